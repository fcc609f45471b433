/**
 * The front door: {@link io.sagescale.Main} hands the process's streams to the command tree and exits with its answer.
 */
@NullMarked
package io.sagescale;

import org.jspecify.annotations.NullMarked;
