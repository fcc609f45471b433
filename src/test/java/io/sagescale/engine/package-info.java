/** Tests of the room of the same name. */
@NullMarked
package io.sagescale.engine;

import org.jspecify.annotations.NullMarked;
