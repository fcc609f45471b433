package io.sagescale.api;

import java.util.function.BiFunction;

/**
 * One operation of an AWS service.
 *
 * @param <Q> the SDK's request type
 * @param <R> the SDK's response type
 * @param service the service in words: {@code application-autoscaling}, {@code monitoring} or {@code sagemaker}
 * @param name AWS's name, such as {@code PutScalingPolicy}
 * @param request the class of the request, which a codec decodes into
 * @param isWrite true when a call that succeeds may change what later calls answer
 * @param handler performs the operation; throws {@link Refusal} before it changes anything
 */
public record Operation<Q, R>(
    String service, String name, Class<Q> request, boolean isWrite, BiFunction<Desk, Q, R> handler) {

  /** An operation that changes nothing. */
  public static <Q, R> Operation<Q, R> read(
      String service, String name, Class<Q> request, BiFunction<Desk, Q, R> handler) {
    return new Operation<>(service, name, request, false, handler);
  }

  /** An operation that changes something. */
  public static <Q, R> Operation<Q, R> write(
      String service, String name, Class<Q> request, BiFunction<Desk, Q, R> handler) {
    return new Operation<>(service, name, request, true, handler);
  }

  /** Performs the operation; a refusal comes as {@link Refusal}. */
  public R answer(Desk desk, Q question) {
    return handler.apply(desk, question);
  }
}
