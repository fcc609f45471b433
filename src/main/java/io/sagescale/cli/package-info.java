/**
 * The commands: each parses its words, makes one call and shows the answer. Streams, environment, folder, clock and workers
 * come from {@link io.sagescale.cli.Surroundings}; nothing here exits the process.
 */
@NullMarked
package io.sagescale.cli;

import org.jspecify.annotations.NullMarked;
