/**
 * AWS's operations over the engine: what a request means, what it changes, and in which words it is refused.
 *
 * <p>An {@link io.sagescale.api.OperationGroup} lists the operations of one AWS service and owns the state that the engine does
 * not have, such as tags and creation times. Ids are counted or hashed, so that the same requests at the same instants
 * give the same answers.
 */
@NullMarked
package io.sagescale.api;

import org.jspecify.annotations.NullMarked;
