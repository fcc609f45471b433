package io.sagescale.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sagescale.wire.SdkObjects;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** The AWS SDK for Java, in whichever version this class was loaded with. */
public final class SdkTeller implements Teller {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SdkHttpClient http;
  private final URI engine;
  private final Map<String, Object> clients = new LinkedHashMap<>();

  SdkTeller(SdkHttpClient http, URI engine) {
    this.http = http;
    this.engine = engine;
    clients.put("application-autoscaling", client(ApplicationAutoScalingClient.builder()));
    clients.put("cloudwatch", client(CloudWatchClient.builder()));
    clients.put("sagemaker", client(SageMakerClient.builder()));
  }

  /** Over the network. */
  public SdkTeller(URI engine) {
    this(UrlConnectionHttpClient.create(), engine);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder.httpClient(http).region(Region.US_EAST_1).endpointOverride(engine)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"))).build();
  }

  @Override
  public JsonNode ask(String service, String operation, JsonNode input) throws Exception {
    Class<?> client = type(service);
    Class<?> request = Class.forName(client.getPackageName() + ".model." + operation + "Request");
    String method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    ObjectNode heard = NODES.objectNode();
    try {
      Object answer = client.getMethod(method, request).invoke(clients.get(service), SdkObjects.of(request, seconds(input)));
      return heard.set("answer", tree(answer));
    } catch (InvocationTargetException failed) {
      if (!(failed.getCause() instanceof AwsServiceException refused)) {
        throw failed;
      }
      return heard.put("code", refused.awsErrorDetails().errorCode()).put("text", refused.awsErrorDetails().errorMessage())
          .put("typed", !refused.getClass().getSimpleName().equals(client.getSimpleName().replace("Client", "Exception")));
    }
  }

  private static Class<?> type(String service) {
    return switch (service) {
      case "application-autoscaling" -> ApplicationAutoScalingClient.class;
      case "cloudwatch" -> CloudWatchClient.class;
      case "sagemaker" -> SageMakerClient.class;
      default -> throw new IllegalArgumentException(service);
    };
  }

  /** AWS JSON's times. */
  private static JsonNode seconds(JsonNode node) {
    if (node.isTextual() && node.asText().matches(TIME)) {
      return DoubleNode.valueOf(Instant.parse(node.asText()).getEpochSecond());
    }
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(each -> array.add(seconds(each)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      node.properties().forEach(member -> object.set(member.getKey(), seconds(member.getValue())));
      return object;
    }
    return node;
  }

  private static JsonNode tree(Object value) {
    return switch (value) {
      case String text -> NODES.textNode(text);
      case Boolean truth -> NODES.booleanNode(truth);
      case Number number -> NODES.numberNode(number.doubleValue());
      case Instant time -> NODES.textNode(time.toString());
      case Collection<?> list -> {
        ArrayNode array = NODES.arrayNode();
        list.forEach(each -> array.add(tree(each)));
        yield array;
      }
      case Map<?, ?> map -> object(map);
      default -> object(SdkObjects.members(value));
    };
  }

  private static ObjectNode object(Map<?, ?> members) {
    ObjectNode object = NODES.objectNode();
    members.forEach((name, value) -> object.set(String.valueOf(name), tree(value)));
    return object;
  }
}
