package io.sagescale.wire;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id by which an answer names its request: the SDK's own invocation id, else one made from the request's bytes. Source: our
 * choice, because an id drawn at random would make two runs differ.
 */
final class RequestId {
  private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private RequestId() {}

  static String of(HttpQuestion question) {
    String invocation = question.header("amz-sdk-invocation-id");
    if (invocation != null && UUID_FORM.matcher(invocation).matches()) {
      return invocation;
    }
    byte[] uri = question.uri().getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[uri.length + question.body().length];
    System.arraycopy(uri, 0, all, 0, uri.length);
    System.arraycopy(question.body(), 0, all, uri.length, question.body().length);
    return UUID.nameUUIDFromBytes(all).toString();
  }
}
