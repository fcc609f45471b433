/** Turns AWS's protocols into the SDK's request objects and the SDK's response objects into AWS's protocols. */
@NullMarked
package io.sagescale.wire;

import org.jspecify.annotations.NullMarked;
