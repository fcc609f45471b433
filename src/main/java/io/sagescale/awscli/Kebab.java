package io.sagescale.awscli;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of AWS's API as words with hyphens. */
public final class Kebab {
  /** The plural of an abbreviation is one word: {@code ARNs}. */
  private static final Pattern PLURAL = Pattern.compile("[A-Z]{2,}s$");
  private static final Pattern CAPITALISED = Pattern.compile("(?<=.)(?=[A-Z][a-z])");
  private static final Pattern RISE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Kebab() {}

  /** {@code put-metric-alarm} for {@code PutMetricAlarm}, {@code kms-key-id} for {@code KMSKeyId}. Source: AWS CLI, its names of options. */
  public static String of(String name) {
    Matcher plural = PLURAL.matcher(name);
    String words = plural.find() ? name.substring(0, plural.start()) + "-" + plural.group().toLowerCase(Locale.ROOT) : name;
    String capitalised = CAPITALISED.matcher(words).replaceAll("-");
    return RISE.matcher(capitalised).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** {@code CreateAutoMlJob} for {@code CreateAutoMLJob}. Source: the SDK's names of classes. */
  static String className(String name) {
    return Arrays.stream(of(name).split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
