package io.sagescale.cli;

import io.sagescale.api.AutoScalingApi;
import io.sagescale.api.CloudWatchApi;
import io.sagescale.api.Operation;
import io.sagescale.api.OperationGroup;
import io.sagescale.api.SageMakerApi;
import io.sagescale.awscli.AwsFormat;
import io.sagescale.awscli.AwsHelp;
import io.sagescale.awscli.AwsLine;
import io.sagescale.awscli.AwsOperation;
import io.sagescale.awscli.AwsOption;
import io.sagescale.awscli.AwsQuestion;
import io.sagescale.awscli.AwsService;
import io.sagescale.awscli.WrongInput;
import io.sagescale.connect.ConnectionProblem;
import io.sagescale.report.JsonQuery;
import io.sagescale.report.ProblemReport;
import io.sagescale.yaml.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code sagescale cloudwatch describe-alarms ...}: the operations of AWS's API in the words of {@code aws}. */
final class AwsNames implements Task {
  private final Surroundings around;
  private final List<String> words;

  /** @param words options, a service, an operation and its flags */
  AwsNames(Surroundings around, List<String> words) {
    this.around = around;
    this.words = words;
  }

  @Override
  public int run() {
    String service = words.stream().filter(AwsService.words()::contains).findFirst().orElse("");
    try {
      return run(AwsLine.parse(words));
    } catch (WrongInput wrong) {
      return told(Exit.USAGE, "sagescale: " + wrong.getMessage(), nextStep(wrong, service));
    } catch (JsonQuery.Wrong wrong) {
      return told(Exit.USAGE, "sagescale: Bad value for --query: " + wrong.getMessage(), "JMESPath is told of at https://jmespath.org");
    }
  }

  /** Says what is wrong, which may take several lines, and what to do now. */
  private int told(int exit, String what, String nextStep) {
    what.lines().map(ProblemReport::line).forEach(around.err()::println);
    around.err().println(nextStep);
    return exit;
  }

  private String nextStep(WrongInput wrong, String service) {
    String operation = words.stream().filter(word -> AwsService.ofWord(service).flatMap(it -> it.operation(word)).isPresent())
        .map(word -> " " + word).findFirst().orElse("");
    String seeHelp = "See: sagescale " + service + operation + " --help";
    @Nullable String nearest = wrong.word() == null ? null : Nearest.of(wrong.word(), wrong.known());
    return nearest == null ? seeHelp : "Did you mean " + nearest + "? " + seeHelp;
  }

  private int run(AwsLine line) {
    AwsService service = Objects.requireNonNull(line.service(), "a service, by which the line was taken for aws's words");
    @Nullable AwsOperation operation = line.operation();
    if (operation == null) {
      boolean isAsked = line.has(AwsOption.HELP);
      (isAsked ? around.out() : around.err()).print(AwsHelp.service(service, localNames(service)));
      return isAsked ? Exit.DONE : Exit.USAGE;
    }
    if (line.has(AwsOption.HELP)) {
      around.out().print(AwsHelp.operation(operation));
      return Exit.DONE;
    }
    if (line.has(AwsOption.GENERATE_CLI_SKELETON)) {
      return shown(operation.skeleton());
    }
    return answered(line, service, operation);
  }

  private int answered(AwsLine line, AwsService service, AwsOperation operation) {
    AwsFormat format = AwsFormat.ofWord(word(line, AwsOption.OUTPUT, "AWS_DEFAULT_OUTPUT", "json"));
    @Nullable String expression = line.option(AwsOption.QUERY);
    @Nullable JsonQuery query = expression == null ? null : JsonQuery.of(expression);
    AwsQuestion question = AwsQuestion.of(line, operation, this::read);
    EngineName engine = engine(line);
    try (Clients clients = around.connector().open(engine, around, said -> say(line, said))) {
      return shown(format.text(operation.name(), question.ask(client(clients, service)), query, CommonOptions.columns(around)));
    } catch (ConnectionProblem problem) {
      throw AwsRefusal.of(problem);
    } catch (AwsServiceException refused) {
      return told(Exit.REFUSED, AwsRefusal.inAwsWords(refused, operation.name()), AwsRefusal.nextStep(refused, engine));
    } catch (SdkException failed) {
      throw AwsRefusal.of(failed, engine);
    }
  }

  private static Object client(Clients clients, AwsService service) {
    return switch (service) {
      case APPLICATION_AUTO_SCALING -> clients.scaling();
      case CLOUDWATCH -> clients.cloudWatch();
      case SAGEMAKER -> clients.sageMaker();
    };
  }

  private void say(AwsLine line, String said) {
    if (!line.has(AwsOption.QUIET)) {
      around.err().println(ProblemReport.line(said));
    }
  }

  private EngineName engine(AwsLine line) {
    @Nullable String address = line.option(AwsOption.ENDPOINT_URL);
    @Nullable String state = line.option(AwsOption.STATE);
    return new EngineName(address != null ? address : word(line, AwsOption.ENGINE, "SAGESCALE_ENGINE", "aws"),
        around.folder().resolve(state == null ? ".sagescale" : state), line.option(AwsOption.REGION), line.option(AwsOption.PROFILE));
  }

  private String word(AwsLine line, AwsOption option, String variable, String otherwise) {
    @Nullable String said = line.option(option);
    @Nullable String set = around.variable(variable);
    return said != null ? said : set != null ? set : otherwise;
  }

  private int shown(String text) {
    around.showPrograms(text);
    return Exit.DONE;
  }

  private String read(String path) {
    @Nullable String home = around.variable("HOME");
    try {
      return Files.readString(around.folder().resolve(home == null ? path : path.replaceFirst("^~(?=/)", home)));
    } catch (IOException | InvalidPathException e) {
      throw WrongInput.ofFile(path, e);
    }
  }

  /** AWS's names of the operations that the local engine has. */
  private static Set<String> localNames(AwsService service) {
    OperationGroup group = switch (service) {
      case APPLICATION_AUTO_SCALING -> new AutoScalingApi();
      case CLOUDWATCH -> new CloudWatchApi();
      case SAGEMAKER -> new SageMakerApi();
    };
    return group.operations().stream().map(Operation::name).collect(Collectors.toSet());
  }
}
