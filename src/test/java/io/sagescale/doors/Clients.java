package io.sagescale.doors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The clients of other makers that the tests look for, and how to have them. */
final class Clients {
  /** Where {@code .ci/run} puts the JavaScript SDK: {@code SAGESCALE_JS_SDK}, else a folder of the user's cache. */
  static final String JS_FOLDER = "SAGESCALE_JS_SDK";

  private static final Predicate<String> OLD_AWS = text -> text.matches("(?s).*aws-cli/(1\\.([01]?\\d|2[0-9])\\.|2\\.([0-9]|1[0-9])\\.).*");

  private Clients() {}

  static Program oldAws() throws IOException {
    return Program.find("aws", List.of("--version"), OLD_AWS, "AWS CLI before 1.30 or 2.20", "apt-get install awscli");
  }

  static Program newAws() throws IOException {
    return Program.find("aws", List.of("--version"), OLD_AWS.negate(), "AWS CLI from 1.30 or 2.20 on",
        "pip install awscli, and have it on the PATH");
  }

  static Program oldBoto() throws IOException {
    return python(Clients::isOld, "python3 with boto3 before 1.36", "apt-get install python3-boto3");
  }

  static Program newBoto() throws IOException {
    return python(version -> !isOld(version), "python3 with boto3 1.36 or later", "pip install boto3");
  }

  private static Program python(Predicate<String> fits, String what, String install) throws IOException {
    return Program.find("python3", List.of("-c", "import boto3; print(boto3.__version__)"), fits, what, install);
  }

  /** Before 1.36 botocore spoke the Query protocol to CloudWatch. */
  private static boolean isOld(String boto) {
    return Integer.parseInt(boto.split("\\.")[1]) < 36;
  }

  static Program node() throws IOException {
    return Program.find("node", List.of("--version"), version -> true, "Node.js", "apt-get install nodejs");
  }

  static Path jsSdk() {
    String told = System.getenv(JS_FOLDER);
    Path folder = told != null ? Path.of(told) : Path.of(System.getProperty("user.home"), ".cache", "sagescale", "js-sdk");
    assumeTrue(Files.isDirectory(folder.resolve("node_modules/@aws-sdk/client-cloudwatch")),
        "SKIPPED: no AWS SDK for JavaScript in " + folder + ". To have it: npm install --prefix " + folder
            + " @aws-sdk/client-application-auto-scaling @aws-sdk/client-cloudwatch @aws-sdk/client-sagemaker");
    return folder;
  }

  static Program terraform() throws IOException {
    return Program.find("terraform", List.of("version"), version -> true, "Terraform", "see developer.hashicorp.com/terraform/install");
  }
}
