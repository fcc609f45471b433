package io.sagescale.yaml;

import io.sagescale.yaml.Node.Entry;
import io.sagescale.yaml.Node.Mapping;
import io.sagescale.yaml.Node.Scalar;
import io.sagescale.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The documents of one YAML text as positioned nodes.
 *
 * <p>Scalars stay text: what a value means is decided by the key that holds it, so {@code no} or {@code 1_000} is never
 * silently something else. An alias is the very node of its anchor, so a few lines cannot grow into gigabytes.
 */
final class YamlTree {
  /** Source: our choice, because no policy or scenario comes near it. */
  static final int MOST_DEPTH = 32;

  /** Nodes of a file with every alias written out. Source: our choice, as above. */
  static final int MOST_NODES = 100_000;

  /** Source: our choice, as above. */
  static final int MOST_DOCUMENTS = 100;

  private final ParserImpl events;
  private final Problems problems;
  private final Map<String, Anchored> anchors = new LinkedHashMap<>();
  private long nodes;

  private YamlTree(String text, Problems problems) {
    this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
    this.problems = problems;
  }

  /** An anchor's node, null while it is still open, and how many nodes it has when written out. */
  private record Anchored(@Nullable Node node, long size) {}

  /** What ends the reading of a file early; it was reported before it is thrown. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Abandoned() {
      super(null, null, false, false);
    }
  }

  /** The sound documents before the first place that is not YAML, which is reported. Empty documents are left out. */
  static List<Node> read(String text, Problems problems) {
    List<Node> documents = new ArrayList<>();
    try {
      new YamlTree(text, problems).documents(documents);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      int column = mark == null ? 1 : mark.getColumn() + 1;
      String said = e.getProblem() == null ? "it cannot be read" : e.getProblem();
      problems.error(line, column, "this is not YAML: " + said.strip(), nextStep(said));
    } catch (YAMLException | IllegalArgumentException e) {
      problems.error(1, 1, "this is not YAML: " + firstLine(e), "Check the file in an editor that knows YAML");
    } catch (Abandoned e) {
      return documents;
    }
    return documents;
  }

  private static String nextStep(String said) {
    if (said.contains("TAB")) {
      return "Indent with spaces, tabs are not allowed";
    }
    if (said.contains("mapping values are not allowed")) {
      return "Check the indentation, or quote the text that holds the colon";
    }
    return "Check indentation, quotes and brackets just before this place";
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read").strip();
  }

  private void documents(List<Node> out) {
    while (true) {
      Event event = events.getEvent();
      if (event == null || event.is(Event.ID.StreamEnd)) {
        return;
      }
      if (event instanceof DocumentStartEvent) {
        anchors.clear();
        Node root = node(events.getEvent(), 1);
        if (out.size() == MOST_DOCUMENTS) {
          throw abandon(event, "the file has more than " + MOST_DOCUMENTS + " documents", "Split the file");
        }
        if (!(root instanceof Scalar scalar && scalar.isEmpty())) {
          out.add(root);
        }
      }
    }
  }

  private Node node(Event event, int depth) {
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    count(event, 1);
    if (depth > MOST_DEPTH) {
      throw abandon(event, "the nesting is deeper than " + MOST_DEPTH + " levels", "Remove levels");
    }
    long before = nodes;
    NodeEvent start = (NodeEvent) event;
    if (start.getAnchor() != null) {
      anchors.put(start.getAnchor(), new Anchored(null, 0));
    }
    Node node = switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case SequenceStartEvent sequence -> sequence(sequence, depth);
      case MappingStartEvent mapping -> mapping(mapping, depth);
      default -> throw new IllegalStateException("a node cannot begin with " + event);
    };
    if (start.getAnchor() != null) {
      anchors.put(start.getAnchor(), new Anchored(node, nodes - before + 1));
    }
    return node;
  }

  private Node aliased(AliasEvent alias) {
    Anchored anchored = anchors.get(alias.getAnchor());
    if (anchored == null) {
      throw abandon(alias, "there is no anchor &" + alias.getAnchor() + " before this alias", "Write the value out");
    }
    if (anchored.node() == null) {
      throw abandon(alias, "the alias *" + alias.getAnchor() + " stands inside its own anchor", "Write the value out");
    }
    count(alias, anchored.size());
    return anchored.node();
  }

  private void count(Event event, long more) {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw abandon(event, "the file has more than " + MOST_NODES + " values with its aliases written out",
          "Remove aliases or split the file");
    }
  }

  private Scalar scalar(ScalarEvent event) {
    refuseTag(event, event.getTag());
    return new Scalar(event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN, line(event), column(event));
  }

  private Sequence sequence(SequenceStartEvent start, int depth) {
    refuseTag(start, start.getTag());
    List<Node> items = new ArrayList<>();
    for (Event event = events.getEvent(); !(event instanceof SequenceEndEvent); event = events.getEvent()) {
      items.add(node(event, depth + 1));
    }
    return new Sequence(items, line(start), column(start));
  }

  private Mapping mapping(MappingStartEvent start, int depth) {
    refuseTag(start, start.getTag());
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Event event = events.getEvent(); !(event instanceof MappingEndEvent); event = events.getEvent()) {
      Node key = node(event, depth + 1);
      Node value = node(events.getEvent(), depth + 1);
      if (!(key instanceof Scalar name)) {
        problems.error(line(event), column(event), "a key must be a text, here it is " + key.kind(),
            "Write a name before the colon");
        continue;
      }
      Entry first = entries.putIfAbsent(name.text(), new Entry(name, value));
      if (first != null) {
        problems.error(line(event), column(event), "the key " + Problems.quoted(name.text())
            + " is there twice, first in line " + first.key().line(), "Keep one of the two");
      }
    }
    return new Mapping(List.copyOf(entries.values()), line(start), column(start));
  }

  private void refuseTag(Event event, @Nullable String tag) {
    if (tag != null && !tag.equals("!")) {
      problems.error(line(event), column(event), "the tag " + Problems.quoted(tag) + " is not read", "Remove the tag");
    }
  }

  private Abandoned abandon(Event event, String what, String nextStep) {
    problems.error(line(event), column(event), what, nextStep);
    return new Abandoned();
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  private static int column(Event event) {
    return event.getStartMark().getColumn() + 1;
  }
}
