/**
 * From what a person calls an engine, {@code aws}, {@code local} or a URL, to the AWS SDK's clients: commands never know
 * which one they talk to.
 */
@NullMarked
package io.sagescale.connect;

import org.jspecify.annotations.NullMarked;
