package io.sagescale.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The text of one file, refused when it is missing, unreadable, too large or not text. */
final class SourceText {
  /** Source: our choice, because a policy file has a few kilobytes. */
  static final int MOST_BYTES = 1 << 20;

  private SourceText() {}

  /** Null after a problem was reported. */
  static @Nullable String read(Path file, Problems problems) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        problems.error(1, 1, "the file is larger than " + MOST_BYTES / 1024 + " KiB", "Split it into several files");
        return null;
      }
      return decoded(bytes, problems);
    } catch (NoSuchFileException e) {
      problems.error(1, 1, "there is no such file", "Check the path");
    } catch (AccessDeniedException e) {
      problems.error(1, 1, "the file may not be read", "Check its permissions");
    } catch (IOException e) {
      problems.error(1, 1, "the file cannot be read: " + e.getMessage(), "Check the path");
    }
    return null;
  }

  private static @Nullable String decoded(byte[] bytes, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return isPrintable(body, problems) ? body : null;
    } catch (CharacterCodingException e) {
      String sound = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      refuse(sound, "this byte is not UTF-8 text", problems);
      return null;
    }
  }

  private static boolean isPrintable(String text, Problems problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isControl = c < ' ' && c != '\n' && c != '\r' && c != '\t';
      if (isControl || (c >= 0x7f && c <= 0x9f && c != 0x85) || c >= 0xfffe || c == '\uFEFF') {
        refuse(text.substring(0, i), String.format("the character U+%04X cannot stand in YAML", (int) c), problems);
        return false;
      }
    }
    return true;
  }

  private static void refuse(String before, String what, Problems problems) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '\n' || (c == '\r' && !before.startsWith("\n", i + 1))) {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
    problems.error(line, column, what, "Save the file as UTF-8 text; it may be binary or compressed");
  }
}
