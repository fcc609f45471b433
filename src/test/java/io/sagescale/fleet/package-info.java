/** Tests of the room of the same name. */
@NullMarked
package io.sagescale.fleet;

import org.jspecify.annotations.NullMarked;
