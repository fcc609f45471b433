package io.sagescale.awscli;

import io.sagescale.awscli.AwsOption.Takes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command line in AWS's words, apart: which operation, with which options, and each flag of the operation with its words. */
public final class AwsLine {
  private final Map<AwsOption, String> options = new EnumMap<>(AwsOption.class);
  private final Map<Flag, List<String>> given = new LinkedHashMap<>();
  private final List<String> words;
  private int at;
  private @Nullable AwsService service;
  private @Nullable AwsOperation operation;
  private Map<String, Flag> flags = Map.of();

  private AwsLine(List<String> words) {
    this.words = words;
  }

  /**
   * Whether these are words for AWS: options that every command has, then a service.
   *
   * @param words without the program's name
   */
  public static boolean isMeant(List<String> words) {
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-")) {
      Optional<AwsOption> option = option(words.get(at));
      if (option.isEmpty()) {
        return false;
      }
      at += option.get().takes() == Takes.ONE && !words.get(at).contains("=") ? 2 : 1;
    }
    return at < words.size() && AwsService.ofWord(words.get(at)).isPresent();
  }

  /** @throws WrongInput when a word is unknown, or an option has not what it takes */
  public static AwsLine parse(List<String> words) {
    AwsLine line = new AwsLine(List.copyOf(words));
    while (line.at < words.size()) {
      line.word(words.get(line.at++));
    }
    return line;
  }

  /** Null only when the line ends before it. */
  public @Nullable AwsService service() {
    return service;
  }

  /** Null when the line ends before it. */
  public @Nullable AwsOperation operation() {
    return operation;
  }

  public boolean has(AwsOption option) {
    return options.containsKey(option);
  }

  /** What stands behind an option; empty for one that takes nothing, null when it is not there. */
  public @Nullable String option(AwsOption option) {
    return options.get(option);
  }

  /** The operation's flags in the order of the line, each with its words; {@code no-} flags say {@code false}. */
  Map<Flag, List<String>> given() {
    return Collections.unmodifiableMap(given);
  }

  /** The words of required flags that the line does not have. */
  List<String> missing() {
    return flags.values().stream().filter(flag -> flag.isRequired() && !given.containsKey(flag)).map(flag -> "--" + flag.word()).toList();
  }

  private void word(String word) {
    if (isOption(word)) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      @Nullable String inline = equals < 0 ? null : word.substring(equals + 1);
      Optional<AwsOption> option = option(name).filter(it -> !it.isOfPages() || isPaged());
      if (option.isPresent()) {
        options.put(option.get(), value(name, option.get().takes(), inline));
      } else {
        flag(name, inline);
      }
    } else if (word.equals("help") && given.isEmpty()) {
      options.put(AwsOption.HELP, "");
    } else if (service == null) {
      service = AwsService.ofWord(word).orElseThrow(() -> new WrongInput("there is no service '" + word + "'", word, AwsService.words()));
    } else if (operation == null) {
      choose(service, word);
    } else {
      throw new WrongInput("Unknown options: " + word, word, List.of());
    }
  }

  private void choose(AwsService of, String word) {
    operation = of.operation(word).orElseThrow(() -> new WrongInput(
        of.word() + " has no operation '" + word + "'", word, of.operations().stream().map(AwsOperation::word).toList()));
    flags = operation.flags();
  }

  private boolean isPaged() {
    return operation != null && operation.paging() != null;
  }

  private String value(String name, Takes takes, @Nullable String inline) {
    return switch (takes) {
      case NONE -> "";
      case ONE -> inline != null ? inline : next(name);
      case ONE_OR_NONE -> inline != null ? inline : hasValue() ? words.get(at++) : "input";
    };
  }

  private void flag(String name, @Nullable String inline) {
    String word = name.startsWith("--") ? name.substring(2) : name;
    Flag flag = flags.get(word);
    if (flag == null && word.startsWith("no-")) {
      Flag negated = flags.get(word.substring(3));
      if (negated != null && negated.isSwitch()) {
        given.put(negated, List.of("false"));
        return;
      }
    }
    if (flag == null) {
      throw new WrongInput("Unknown options: " + name, name, known());
    }
    given.put(flag, flag.isSwitch() ? List.of("true")
        : inline != null ? List.of(inline)
        : flag.isList() ? all() : List.of(next(name)));
  }

  private List<String> known() {
    return Stream.concat(flags.keySet().stream(),
        Stream.of(AwsOption.values()).filter(option -> !option.isOfPages() || isPaged()).map(AwsOption::word))
        .map(word -> "--" + word).toList();
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    while (hasValue()) {
      all.add(words.get(at++));
    }
    return all;
  }

  private String next(String name) {
    if (!hasValue()) {
      throw new WrongInput("argument " + name + ": expected one argument");
    }
    return words.get(at++);
  }

  private boolean hasValue() {
    return at < words.size() && !isOption(words.get(at));
  }

  private static Optional<AwsOption> option(String word) {
    return switch (word) {
      case "-o" -> Optional.of(AwsOption.OUTPUT);
      case "-q" -> Optional.of(AwsOption.QUIET);
      case "-h" -> Optional.of(AwsOption.HELP);
      default -> word.startsWith("--") ? AwsOption.ofWord(word.substring(2).replaceFirst("=.*", "")) : Optional.empty();
    };
  }

  /** Numbers below zero and what has a blank in its name are values. */
  private static boolean isOption(String word) {
    return word.matches("-[a-zA-Z]") || word.matches("(?s)--[a-zA-Z][a-zA-Z0-9-]*(?:=.*)?");
  }
}
