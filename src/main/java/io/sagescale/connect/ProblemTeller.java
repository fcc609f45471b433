package io.sagescale.connect;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Turns what the SDK throws when it cannot connect into {@link ConnectionProblem}; refusals by the service pass. */
final class ProblemTeller implements ExecutionInterceptor {
  @Override
  public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
    return ConnectionProblem.behind(context.exception()).<Throwable>map(it -> it).orElse(context.exception());
  }
}
