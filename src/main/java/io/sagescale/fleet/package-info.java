/** Endpoints, instances, components and copies: their life, their placement, and their cost in time. */
@NullMarked
package io.sagescale.fleet;

import org.jspecify.annotations.NullMarked;
