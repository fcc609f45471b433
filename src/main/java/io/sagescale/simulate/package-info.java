/** Virtual time: scenarios, workloads, seeds, runs, and what came out of them. */
@NullMarked
package io.sagescale.simulate;

import org.jspecify.annotations.NullMarked;
