package io.sagescale.awscli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service by its name on AWS's command line. */
public enum AwsService {
  APPLICATION_AUTO_SCALING("application-autoscaling", "applicationautoscaling", "ApplicationAutoScaling"),
  CLOUDWATCH("cloudwatch", "cloudwatch", "CloudWatch"),
  SAGEMAKER("sagemaker", "sagemaker", "SageMaker");

  private final String word;
  private final String sdkPackage;
  private final String sdkName;
  private @Nullable List<AwsOperation> operations;

  AwsService(String word, String sdkPackage, String sdkName) {
    this.word = word;
    this.sdkPackage = "software.amazon.awssdk.services." + sdkPackage;
    this.sdkName = sdkName;
  }

  public static Optional<AwsService> ofWord(String word) {
    return Stream.of(values()).filter(service -> service.word.equals(word)).findFirst();
  }

  /** The service whose model has the class, a request of the SDK. */
  public static AwsService ofModel(Class<?> type) {
    return Stream.of(values()).filter(service -> type.getPackageName().equals(service.sdkPackage + ".model")).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("of no service: " + type.getName()));
  }

  public static List<String> words() {
    return Stream.of(values()).map(AwsService::word).toList();
  }

  public String word() {
    return word;
  }

  /** Every operation that the SDK has, in the order of their names. */
  public List<AwsOperation> operations() {
    if (operations == null) {
      operations = read();
    }
    return operations;
  }

  /** An operation by its word, e.g. {@code describe-alarms}. */
  public Optional<AwsOperation> operation(String name) {
    return operations().stream().filter(operation -> operation.word().equals(name)).findFirst();
  }

  Class<?> client() {
    return sdkClass(sdkName + "Client");
  }

  /** A class of the service's model, e.g. {@code DescribeAlarmsRequest}. */
  Class<?> model(String name) {
    return sdkClass("model." + name);
  }

  private Class<?> sdkClass(String name) {
    try {
      return Class.forName(sdkPackage + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the table and the SDK differ: " + name, e);
    }
  }

  private List<AwsOperation> read() {
    try (InputStream in = AwsService.class.getResourceAsStream(word + ".operations")) {
      if (in == null) {
        throw new IllegalStateException("no table of operations: " + word);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> AwsOperation.read(this, line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
