package io.sagescale.wire;

import org.jspecify.annotations.Nullable;

/** What a request asks for, and how its answer is to be written. */
public final class Call {
  private final Service service;
  private final String operation;
  private final Protocol protocol;
  private final Body body;
  private final String requestId;
  private final boolean isQueryMode;

  /**
   * A body, unpacked.
   *
   * @param bytes the whole of it
   * @param form its parameters, if it is a form; that is read already, because the operation's name stands in it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Body(byte[] bytes, FormItem form) {}

  Call(Service service, String operation, Protocol protocol, Body body, HttpQuestion question) {
    this.service = service;
    this.operation = operation;
    this.protocol = protocol;
    this.body = body;
    this.requestId = RequestId.of(question);
    this.isQueryMode = isTrue(question.header("x-amzn-query-mode"));
  }

  public Service service() {
    return service;
  }

  /** The operation's name as it was sent, e.g. {@code PutMetricAlarm}; nobody has checked that the service has it. */
  public String operation() {
    return operation;
  }

  /** Whether it is a form, which is answered in XML. */
  public boolean isQuery() {
    return protocol instanceof AwsQuery;
  }

  Protocol protocol() {
    return protocol;
  }

  Body body() {
    return body;
  }

  /** What the answer carries as its request id; the same for the same request. */
  String requestId() {
    return requestId;
  }

  /** Whether the sender wants the error codes of the Query protocol beside those of its own. */
  boolean isQueryMode() {
    return isQueryMode;
  }

  private static boolean isTrue(@Nullable String header) {
    return header != null && header.equalsIgnoreCase("true");
  }
}
