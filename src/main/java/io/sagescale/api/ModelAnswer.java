package io.sagescale.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a modelled server says: as many words as it was asked for tokens. Source: the shapes of Text Generation Inference, our
 * choice of words.
 */
public final class ModelAnswer {
  private static final int GROUP = 16;
  private static final List<String> WORDS = List.of("this", "answer", "is", "modelled", "word", "by", "word");

  private ModelAnswer() {}

  /** A whole answer as JSON. */
  static byte[] whole(int outputTokens) {
    StringBuilder text = new StringBuilder("[{\"generated_text\": \"");
    for (int i = 0; i < outputTokens; i++) {
      text.append(i == 0 ? "" : " ").append(word(i));
    }
    return bytes(text.append("\", \"details\": {\"finish_reason\": \"length\", \"generated_tokens\": ")
        .append(outputTokens).append("}}]\n").toString());
  }

  /** One token of a stream, as a line of JSON. */
  public static byte[] token(int index) {
    return bytes(line(index));
  }

  /** The tokens of a stream but the first, in groups. */
  public static List<byte[]> tokensAfterFirst(int outputTokens) {
    List<byte[]> groups = new ArrayList<>();
    StringBuilder group = new StringBuilder();
    for (int i = 1; i < outputTokens; i++) {
      group.append(line(i));
      if (i % GROUP == 0 || i == outputTokens - 1) {
        groups.add(bytes(group.toString()));
        group.setLength(0);
      }
    }
    return groups;
  }

  private static String line(int index) {
    return "{\"token\": {\"text\": \"" + (index == 0 ? "" : " ") + word(index) + "\"}}\n";
  }

  private static String word(int index) {
    return WORDS.get(index % WORDS.size());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
