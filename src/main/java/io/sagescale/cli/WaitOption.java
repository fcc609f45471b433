package io.sagescale.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Stack;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/** {@code --wait}, or {@code --wait=LIMIT}: whether a command waits for what it began, and how long. */
final class WaitOption {
  /** Source: our choice, because a change of an endpoint takes minutes, and AWS counts calls. */
  static final Duration OF_ENDPOINTS = Duration.ofSeconds(15);

  /** Source: our choice, because an alarm of 10 seconds cannot change more often, and AWS counts calls. */
  static final Duration OF_SCALING = Duration.ofSeconds(5);

  /** How long after a change AWS may still answer as before it. Source: our choice; AWS names no time. */
  private static final Duration LAG = Duration.ofMinutes(1);

  private static final String USUAL = "30m";

  @Option(names = "--wait", paramLabel = "LIMIT", arity = "0..1", fallbackValue = USUAL, converter = DurationWord.class,
      preprocessor = Attached.class, description = "Wait until it is settled, at most LIMIT (30m), then exit 124.")
  private @Nullable Duration limit;

  /** Takes a limit only from {@code --wait=LIMIT}, so that {@code --wait NAME} does not swallow the name. */
  static final class Attached implements IParameterPreprocessor {
    @Override
    public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec argument, Map<String, Object> facts) {
      if (!"=".equals(facts.get("separator"))) {
        words.push(USUAL);
      }
      return false;
    }
  }

  boolean isWaiting() {
    return limit != null;
  }

  /** Waits the usual time, unless a person gave a limit. */
  void imply() {
    limit = limit == null ? Duration.ofMinutes(30) : limit;
  }

  /**
   * Asks again until the answer is the one that is waited for; at once where nothing is. Each time anew, so that other commands come
   * to a local state meanwhile.
   */
  <T> T until(Surroundings around, Duration every, Supplier<T> question, Predicate<T> isDone, String what) {
    Instant end = around.clock().instant().plus(limit == null ? Duration.ZERO : limit);
    while (true) {
      T answer = question.get();
      if (limit == null || isDone.test(answer)) {
        return answer;
      }
      if (!around.clock().instant().plus(every).isBefore(end)) {
        throw Refusal.timedOut("after " + limit.toSeconds() + " s " + what, "Wait longer with --wait=LIMIT, or see why");
      }
      around.clock().pause(every);
    }
  }

  /**
   * What AWS answers of a thing that was just made.
   *
   * @param unseen what stands for it while AWS does not find it yet
   */
  static <T> Supplier<T> ofNew(Surroundings around, AwsOptions aws, Function<Clients, T> question, T unseen) {
    Instant seen = around.clock().instant().plus(LAG);
    return () -> aws.ask(around, clients -> {
      try {
        return question.apply(clients);
      } catch (SageMakerException refused) {
        if (AwsRefusal.isAbsence(refused) && around.clock().instant().isBefore(seen)) {
          return unseen;
        }
        throw refused;
      }
    });
  }

  /** The endpoint that was just changed, once nothing of it changes any more; fails when it has not come into service. */
  int endpoint(Surroundings around, AwsOptions aws, String name) {
    DescribeEndpointResponse settled = until(around, OF_ENDPOINTS, ofNew(around, aws, clients -> clients.sageMaker().describeEndpoint(
            DescribeEndpointRequest.builder().endpointName(name).build()), DescribeEndpointResponse.builder().build()),
        WaitOption::isSettled, name + " is still changing");
    if (isWaiting() && settled.endpointStatus() != EndpointStatus.IN_SERVICE) {
      throw Refusal.failed(name + " is " + settled.endpointStatusAsString()
          + (settled.failureReason() == null ? "" : ": " + settled.failureReason()), "See: sagescale endpoint show " + name);
    }
    return Exit.DONE;
  }

  static boolean isSettled(DescribeEndpointResponse endpoint) {
    return switch (endpoint.endpointStatus()) {
      case null -> false;
      case IN_SERVICE, FAILED, OUT_OF_SERVICE, UPDATE_ROLLBACK_FAILED -> true;
      case CREATING, UPDATING, SYSTEM_UPDATING, ROLLING_BACK, DELETING, UNKNOWN_TO_SDK_VERSION -> false;
    };
  }
}
