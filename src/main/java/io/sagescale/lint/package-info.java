/**
 * What is wrong with a policy that can be read: rules on its meaning, each with a code, a reason and a way to mend it.
 *
 * <p>Everything here is pure: a document and a moment in, findings out.
 */
@NullMarked
package io.sagescale.lint;

import org.jspecify.annotations.NullMarked;
