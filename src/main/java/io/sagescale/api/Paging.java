package io.sagescale.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * How a long answer is cut into pages.
 *
 * <p>A token is opaque: it names the last item that was shown, and the place to go on from should that item be gone. It is good for
 * the question it was made for and no other. Items must keep their order between pages; new ones may come anywhere.
 */
public final class Paging {
  private static final char SEPARATOR = '\n';

  private final String scope;
  private final String refusalCode;

  private Paging(String scope, String refusalCode) {
    this.scope = scope;
    this.refusalCode = refusalCode;
  }

  /**
   * The paging of one question; a token that was not made for it is refused as {@code InvalidNextTokenException}.
   *
   * @param scope the operation with all that selects its items, but neither token nor page size
   */
  public static Paging of(String scope) {
    return new Paging(scope, "InvalidNextTokenException");
  }

  /** The same with another name for the refusal, such as CloudWatch's {@code InvalidNextToken}. */
  public Paging refusingAs(String code) {
    return new Paging(scope, code);
  }

  /**
   * The page after a token, or the first one.
   *
   * @param key tells an item from all others
   * @param size items at most, 1 or more
   */
  public <T> Page<T> page(List<T> items, Function<T, String> key, int size, @Nullable String token) {
    if (size < 1) {
      throw new IllegalArgumentException("page size " + size);
    }
    int from = token == null ? 0 : start(items, key, token);
    int to = Math.min(items.size(), from + size);
    String next = to < items.size() ? token(to, key.apply(items.get(to - 1))) : null;
    return new Page<>(items.subList(from, to), next);
  }

  private <T> int start(List<T> items, Function<T, String> key, String token) {
    Mark mark = read(token);
    for (int i = 0; i < items.size(); i++) {
      if (key.apply(items.get(i)).equals(mark.lastKey)) {
        return i + 1;
      }
    }
    return Math.min(mark.shown, items.size());
  }

  private record Mark(int shown, String lastKey) {}

  private String token(int shown, String lastKey) {
    String text = shown + String.valueOf(SEPARATOR) + lastKey;
    byte[] bytes = (seal(text) + SEPARATOR + text).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Mark read(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      String sealed = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int cut = sealed.indexOf(SEPARATOR);
      int second = sealed.indexOf(SEPARATOR, cut + 1);
      if (cut > 0 && second > 0 && sealed.substring(0, cut).equals(seal(sealed.substring(cut + 1)))) {
        return new Mark(Integer.parseInt(sealed.substring(cut + 1, second)), sealed.substring(second + 1));
      }
    } catch (CharacterCodingException | IllegalArgumentException foreign) {
      throw refusal();
    }
    throw refusal();
  }

  /** Unverified: AWS's text. */
  private Refusal refusal() {
    return Refusal.of(refusalCode, "The next token is not valid.");
  }

  private String seal(String text) {
    CRC32 sum = new CRC32();
    sum.update((scope + SEPARATOR + text).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
