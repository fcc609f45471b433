package io.sagescale.local;

import io.sagescale.wire.Call;
import io.sagescale.wire.Codec;
import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

/**
 * Checks Signature Version 4 of requests: each is signed again with the one key there is, over the headers that its sender
 * signed, and must come out the same.
 *
 * <p>The age of a signature is not checked, for the engine's time is not the sender's, and neither are region and service of
 * its scope. Source: the SigV4 reference and each service's page of common errors; Unverified: which of the two families
 * of codes a service sends, and that all come with 403.
 */
final class Signatures {
  private static final Pattern AUTHORIZATION = Pattern.compile(
      "AWS4-HMAC-SHA256\\s+Credential=([^/,\\s]+)/([0-9]{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request\\s*,"
          + "\\s*SignedHeaders=([a-z0-9;_-]+)\\s*,\\s*Signature=([0-9a-f]{64})\\s*");
  private static final Pattern SIGNATURE = Pattern.compile("Signature=([0-9a-f]{64})$");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final AccessKey key;

  Signatures(AccessKey key) {
    this.key = key;
  }

  /** Why a call is turned away, in its own protocol; null when its signature is good. */
  @Nullable HttpAnswer refusal(Call call, HttpQuestion question) {
    String authorization = question.header("Authorization");
    if (authorization == null) {
      return refused(call, "MissingAuthenticationTokenException", "MissingAuthenticationToken", "Missing Authentication Token");
    }
    Matcher parts = AUTHORIZATION.matcher(authorization);
    Instant date = date(question.header("X-Amz-Date"));
    if (!parts.matches() || date == null || !DATE.format(date).startsWith(parts.group(2))) {
      return refused(call, "IncompleteSignatureException", "IncompleteSignature",
          "Authorization header needs AWS4-HMAC-SHA256 with Credential, SignedHeaders and Signature, and a date in X-Amz-Date"
              + " that is that of the credential scope.");
    }
    if (!parts.group(1).equals(key.id())) {
      return refused(call, "UnrecognizedClientException", "InvalidClientTokenId",
          "The security token included in the request is invalid.");
    }
    return isSame(parts.group(6), signature(question, parts, date)) ? null
        : refused(call, "InvalidSignatureException", "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key"
                + " and signing method. Consult the service documentation for details.");
  }

  private static HttpAnswer refused(Call call, String jsonCode, String queryCode, String message) {
    return Codec.refuse(call, call.isQuery() ? queryCode : jsonCode, message, 403, Map.of());
  }

  private static @Nullable Instant date(@Nullable String text) {
    try {
      return text == null ? null : DATE.parse(text, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** What the sender's signature must be; null for a request that cannot be signed. */
  @SuppressWarnings("deprecation") // The signer in its place adds a header of its own and signs that too.
  private @Nullable String signature(HttpQuestion question, Matcher parts, Instant date) {
    try {
      Aws4SignerParams how = Aws4SignerParams.builder()
          .awsCredentials(AwsBasicCredentials.create(key.id(), key.secret()))
          .signingRegion(Region.of(parts.group(3))).signingName(parts.group(4))
          .signingClockOverride(Clock.fixed(date, ZoneOffset.UTC)).build();
      SdkHttpFullRequest again = Aws4Signer.create().sign(request(question, List.of(parts.group(5).split(";"))), how);
      Matcher found = SIGNATURE.matcher(again.firstMatchingHeader("Authorization").orElse(""));
      return found.find() ? found.group(1) : null;
    } catch (IllegalArgumentException | NullPointerException e) {
      return null;
    }
  }

  /** The request with the headers alone that were signed; host and date are always signed. */
  private static SdkHttpFullRequest request(HttpQuestion question, List<String> signed) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : signed) {
      List<String> values = question.headers().get(name);
      if (values != null && !name.equals("host") && !name.equals("x-amz-date")) {
        headers.put(name, values);
      }
    }
    URI uri = URI.create("http://" + question.header("Host") + question.uri());
    return SdkHttpFullRequest.builder().method(SdkHttpMethod.fromValue(question.method())).uri(uri).headers(headers)
        .contentStreamProvider(() -> new ByteArrayInputStream(question.body())).build();
  }

  private static boolean isSame(String given, @Nullable String own) {
    return own != null && MessageDigest.isEqual(
        given.getBytes(StandardCharsets.US_ASCII), own.getBytes(StandardCharsets.US_ASCII));
  }
}
