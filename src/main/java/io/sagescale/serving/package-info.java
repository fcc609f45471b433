/**
 * How long a model server takes: queue, batch, prefill, decode, start-up stages.
 *
 * <p>{@link io.sagescale.serving.CopyServer} is one copy at work, an LLM's {@link io.sagescale.serving.Batch} or a {@link
 * io.sagescale.serving.PlainServer} of slots. Three catalogues hold measured figures, each row with its source: server
 * profiles, start-up profiles, instance types.
 */
@NullMarked
package io.sagescale.serving;

import org.jspecify.annotations.NullMarked;
