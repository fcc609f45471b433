/** Which copy takes a request, and how many requests each copy has in flight until the last token. */
@NullMarked
package io.sagescale.routing;

import org.jspecify.annotations.NullMarked;
