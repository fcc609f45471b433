package io.sagescale.yaml;

import java.util.List;

/** A piece of YAML with the place where it begins; line and column from 1. */
sealed interface Node {
  int line();

  int column();

  /** What a person calls this kind of node in a message. */
  String kind();

  /** Keys with values in the order of the file; a repeated key was reported and left out. */
  record Mapping(List<Entry> entries, int line, int column) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** Items in the order of the file. */
  record Sequence(List<Node> items, int line, int column) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A text as written, without its quotes; {@code isPlain} when it had none. */
  record Scalar(String text, boolean isPlain, int line, int column) implements Node {
    boolean isEmpty() {
      return isPlain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String kind() {
      return isEmpty() ? "nothing" : Problems.quoted(text);
    }
  }

  /** One key of a mapping with its value. */
  record Entry(Scalar key, Node value) {}
}
