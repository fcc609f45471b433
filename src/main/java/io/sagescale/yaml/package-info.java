/** Policy and scenario files in, as values of the model, with every problem at its file, line and column. */
@NullMarked
package io.sagescale.yaml;

import org.jspecify.annotations.NullMarked;
