/** The model's values to and from the AWS SDK's types, and the names under which AWS knows them; the only place that maps. */
@NullMarked
package io.sagescale.sdk;

import org.jspecify.annotations.NullMarked;
