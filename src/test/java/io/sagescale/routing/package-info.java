/** Tests of the room of the same name. */
@NullMarked
package io.sagescale.routing;

import org.jspecify.annotations.NullMarked;
