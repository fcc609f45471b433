@NullMarked
package io.sagescale.plan;

import org.jspecify.annotations.NullMarked;
