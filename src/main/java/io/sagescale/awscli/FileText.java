package io.sagescale.awscli;

/** The way to files that a command line names. */
public interface FileText {
  /**
   * The whole of a file.
   *
   * @param path as it was written behind {@code file://}
   * @throws WrongInput when it cannot be read
   */
  String read(String path);

  /** What a word means: the text of the file that it names with {@code file://} or {@code fileb://}, else itself. */
  default String meaning(String word) {
    return word.startsWith("file://") ? read(word.substring("file://".length()))
        : word.startsWith("fileb://") ? read(word.substring("fileb://".length())) : word;
  }
}
