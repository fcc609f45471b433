package io.sagescale.cli;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How words of the command line become files and numbers, with refusals in a person's words. */
final class Arguments {
  private Arguments() {}

  /** Has the line read its words so. */
  static void teach(CommandLine line) {
    line.registerConverter(Path.class, Arguments::path);
    line.registerConverter(int.class, word -> (int) whole(word, Integer.MIN_VALUE, Integer.MAX_VALUE));
    line.registerConverter(Integer.class, word -> (int) whole(word, Integer.MIN_VALUE, Integer.MAX_VALUE));
    line.registerConverter(Long.class, word -> whole(word, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /** An empty word would silently stand for the folder at hand; an unset variable of a script looks like that. */
  private static Path path(String word) {
    if (word.isBlank()) {
      throw new TypeConversionException("it is empty, not a file");
    }
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(Cli.quoted(word) + " is no path in this locale");
    }
  }

  private static long whole(String word, long least, long most) {
    if (!word.matches("[-+]?[0-9]{1,40}")) {
      throw new TypeConversionException(Cli.quoted(word) + " is not a whole number");
    }
    BigInteger value = new BigInteger(word);
    if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new TypeConversionException(word + " is not from " + least + " to " + most);
    }
    return value.longValueExact();
  }
}
