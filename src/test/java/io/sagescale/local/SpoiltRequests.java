package io.sagescale.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.sagescale.local.SoundRequests.Sound;
import io.sagescale.wire.HttpQuestion;
import io.sagescale.wire.SpoiltBytes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Requests with something wrong: in a value, in the bytes, in the headers, or in several of these. */
final class SpoiltRequests {
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
  private static final Set<String> TIMES = Set.of("Timestamp", "StartTime", "EndTime", "StartDate", "EndDate");
  private static final List<Sound> SCALING_AND_HOSTING =
      Stream.concat(SoundRequests.SCALING.stream(), SoundRequests.HOSTING.stream()).toList();
  private static final byte[] BOMB = SpoiltBytes.gzipped(new byte[64 << 20]);
  private static final List<String> HEADERS = List.of("Content-Type", "Content-Encoding", "X-Amz-Target", "X-Amzn-Query-Mode",
      "smithy-protocol", "amz-sdk-invocation-id", "Authorization", "X-Amzn-SageMaker-Inference-Component",
      "X-Amzn-SageMaker-Target-Variant", "Accept");
  private static final List<String> TYPES = List.of("", "text/plain", "application/x-amz-json-1.0", "application/x-amz-json-1.1",
      "application/json", "application/cbor", "application/x-www-form-urlencoded", ";;;", "multipart/form-data; boundary=x");

  /** The five protocols. */
  enum Speech {
    JSON_1_1, JSON_1_0, QUERY, CBOR, REST
  }

  private static final List<JsonNode> VALUES = SoundRequests.VALUES.stream().map(SpoiltRequests::value).toList();

  /** A sound request with one value in the place of another. */
  private record Spot(Speech speech, Sound sound, int place, int value) {
    HttpQuestion question() {
      ObjectNode members = sound.members().deepCopy();
      places(members).get(place).accept(VALUES.get(value));
      return spoken(speech, sound.with(members));
    }
  }

  private final SplittableRandom random;
  private final List<Spot> spots = new ArrayList<>();

  SpoiltRequests(long seed) {
    this.random = new SplittableRandom(seed);
    for (Speech speech : Speech.values()) {
      for (Sound sound : sound(speech)) {
        int places = places(sound.members().deepCopy()).size();
        for (int i = 0; i < places * VALUES.size(); i++) {
          if (isSpokenIn(speech, i)) {
            spots.add(new Spot(speech, sound, i / VALUES.size(), i % VALUES.size()));
          }
        }
      }
    }
    Collections.shuffle(spots, new Random(seed));
  }

  /** The three protocols of one service share its spots. */
  private static boolean isSpokenIn(Speech speech, int spot) {
    return switch (speech) {
      case JSON_1_1, REST -> true;
      case JSON_1_0 -> spot % 3 == 0;
      case QUERY -> spot % 3 == 1;
      case CBOR -> spot % 3 == 2;
    };
  }

  private static List<Sound> sound(Speech speech) {
    return switch (speech) {
      case JSON_1_1 -> SCALING_AND_HOSTING;
      case JSON_1_0, QUERY, CBOR -> SoundRequests.WATCHING;
      case REST -> SoundRequests.ASKING;
    };
  }

  /** How many requests there are with each value in each place. */
  int spots() {
    return spots.size();
  }

  HttpQuestion spot(int index) {
    return spots.get(index).question();
  }

  /** One drawn at random. */
  HttpQuestion any(Speech speech) {
    Sound sound = any(sound(speech));
    int how = random.nextInt(10);
    HttpQuestion question = spoken(speech, how < 4 ? spoiltInside(sound) : sound);
    if (how >= 3 && how < 8) {
      byte[] body = SpoiltBytes.once(question.body(), speech == Speech.CBOR, random);
      question = new HttpQuestion(question.method(), question.uri(), question.headers(), body);
    }
    return how >= 8 ? spoiltOutside(question) : question;
  }

  /** A sound request in a protocol. */
  static HttpQuestion spoken(Speech speech, Sound sound) {
    try {
      Map<String, List<String>> headers = new LinkedHashMap<>();
      return switch (speech) {
        case JSON_1_1, JSON_1_0 -> {
          headers.put("Content-Type", List.of("application/x-amz-json-" + (speech == Speech.JSON_1_1 ? "1.1" : "1.0")));
          headers.put("X-Amz-Target", List.of(sound.service() + "." + sound.operation()));
          yield new HttpQuestion("POST", "/", headers, SoundRequests.JSON.writeValueAsBytes(sound.members()));
        }
        case QUERY -> {
          headers.put("Content-Type", List.of("application/x-www-form-urlencoded; charset=utf-8"));
          StringBuilder form = new StringBuilder("Action=" + sound.operation() + "&Version=2010-08-01");
          form("", sound.members(), form);
          yield new HttpQuestion("POST", "/", headers, form.toString().getBytes(StandardCharsets.UTF_8));
        }
        case CBOR -> {
          headers.put("Content-Type", List.of("application/cbor"));
          headers.put("smithy-protocol", List.of("rpc-v2-cbor"));
          headers.put("x-amzn-query-mode", List.of("true"));
          yield new HttpQuestion("POST", "/service/" + sound.service() + "/operation/" + sound.operation(), headers,
              CBOR.writeValueAsBytes(sound.members()));
        }
        case REST -> rest(sound, headers);
      };
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static HttpQuestion rest(Sound sound, Map<String, List<String>> headers) {
    sound.members().properties().forEach(member -> headers.put(member.getKey(), List.of(member.getValue().asText())));
    headers.keySet().removeAll(Set.of("EndpointName", "Body"));
    String way = sound.operation().equals("InvokeEndpoint") ? "/invocations" : "/invocations-response-stream";
    return new HttpQuestion("POST", "/endpoints/" + escaped(sound.members().path("EndpointName").asText()) + way, headers,
        sound.members().path("Body").asText().getBytes(StandardCharsets.UTF_8));
  }

  private static void form(String name, JsonNode value, StringBuilder form) {
    switch (value) {
      case ObjectNode object -> object.properties().forEach(
          member -> form(name.isEmpty() ? member.getKey() : name + "." + member.getKey(), member.getValue(), form));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          form(name + ".member." + (i + 1), array.get(i), form);
        }
      }
      default -> form.append('&').append(escaped(name)).append('=').append(escaped(text(name, value)));
    }
  }

  private static String text(String name, JsonNode value) {
    boolean isTime = value.isNumber() && TIMES.contains(name.substring(name.lastIndexOf('.') + 1));
    return isTime && Math.abs(value.doubleValue()) < 1e12
        ? Instant.ofEpochMilli(Math.round(value.doubleValue() * 1000)).toString() : value.asText();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Sound spoiltInside(Sound sound) {
    ObjectNode members = sound.members().deepCopy();
    for (int times = 2; times > 0; times--) {
      any(places(members)).accept(any(VALUES).deepCopy());
    }
    return sound.with(members);
  }

  /** What sets each value within a structure. */
  private static List<Consumer<JsonNode>> places(ObjectNode members) {
    List<Consumer<JsonNode>> places = new ArrayList<>();
    collect(members, places);
    return places;
  }

  private static void collect(JsonNode node, List<Consumer<JsonNode>> places) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(member -> {
        places.add(value -> object.set(member.getKey(), value));
        collect(member.getValue(), places);
      });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(value -> array.set(index, value));
        collect(array.get(i), places);
      }
    }
  }

  private HttpQuestion spoiltOutside(HttpQuestion sound) {
    Map<String, List<String>> headers = new LinkedHashMap<>(sound.headers());
    byte[] body = sound.body();
    String uri = sound.uri();
    String method = sound.method();
    switch (random.nextInt(14)) {
      case 0 -> headers.put("Content-Encoding", List.of("gzip"));
      case 1 -> {
        headers.put("Content-Encoding", List.of("gzip"));
        body = SpoiltBytes.once(SpoiltBytes.gzipped(body), true, random);
      }
      case 2 -> headers.put("Content-Encoding", List.of("br"));
      case 3, 4 -> headers.put("Content-Type", List.of(any(TYPES)));
      case 5 -> headers.put(any(HEADERS), List.of("\u00e4\r\n\u0000 "));
      case 6 -> headers.put(any(HEADERS), List.of("x".repeat(100_000)));
      case 7 -> {
        for (int i = 0; i < 1_000; i++) {
          headers.put("x-" + i, List.of("y".repeat(100)));
        }
      }
      case 8 -> headers.remove(any(HEADERS));
      case 9 -> uri = uri + any(List.of("?Action=DeleteAlarms&AlarmNames.member.1=%zz", "?", "/", "/../..", "%", "%00", "%ff%fe", "?a"));
      case 10 -> uri = any(List.of("", "/nowhere", "//", "/endpoints//invocations", "/endpoints/%ff/invocations", "/service//operation/",
          "/endpoints/" + "e".repeat(50_000) + "/invocations"));
      case 11 -> method = any(List.of("GET", "PUT", "DELETE", "HEAD", "OPTIONS", "post", ""));
      case 12 -> body = new byte[0];
      default -> {
        if (random.nextInt(20) == 0) {
          headers.put("Content-Encoding", List.of("gzip"));
          body = BOMB;
        } else {
          headers.put("X-Amz-Target", List.of(any(List.of("SageMaker.", ".", "", "SageMaker.DeleteModel", "x".repeat(200) + ".y"))));
        }
      }
    }
    return new HttpQuestion(method, uri, headers, body);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static JsonNode value(String text) {
    try {
      return SoundRequests.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
