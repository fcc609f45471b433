/** How long a model server takes: queue, batch, prefill, decode, start-up stages. */
@NullMarked
package io.sagescale.serving;

import org.jspecify.annotations.NullMarked;
