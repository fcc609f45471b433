/** Desired against observed: what AWS has, what files want, the ordered changes between the two, and carrying them out. */
@NullMarked
package io.sagescale.plan;

import org.jspecify.annotations.NullMarked;
