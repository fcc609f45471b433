package io.sagescale.scaling;

/** Ids in the shape of UUIDs that come from counting or from a text, so that every run gives the same ones. */
final class CountedIds {

  private long count;

  /** The next id of this counter. */
  String next() {
    count++;
    return shaped(mixed(count), mixed(~count));
  }

  /** The id of a text: equal texts, equal ids. */
  static String of(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return shaped(mixed(hash), mixed(hash + text.length()));
  }

  /** A one-to-one scramble of 64 bits, the finisher of SplitMix64. */
  private static long mixed(long value) {
    long z = value * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static String shaped(long high, long low) {
    String digits = hex(high) + hex(low);
    return digits.substring(0, 8) + '-' + digits.substring(8, 12) + '-' + digits.substring(12, 16) + '-'
        + digits.substring(16, 20) + '-' + digits.substring(20);
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
