package io.sagescale.awscli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person wrote in AWS's words and cannot be sent; the message says what, in AWS's own words where it has some. */
public final class WrongInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable String word;
  private final transient List<String> known;

  WrongInput(String what) {
    this(what, null, List.of());
  }

  /**
   * @param word what is not known
   * @param known the words that would be
   */
  WrongInput(String what, @Nullable String word, List<String> known) {
    super(what);
    this.word = word;
    this.known = List.copyOf(known);
  }

  /** A file that cannot be read as text. */
  public static WrongInput ofFile(String path, Exception why) {
    return new WrongInput("Unable to load paramfile file://" + path + ": " + why.getClass().getSimpleName().replace("Exception", ""));
  }

  /** The word that is not known; null when something else is wrong. */
  public @Nullable String word() {
    return word;
  }

  /** What could stand in place of the word. */
  public List<String> known() {
    return known;
  }
}
