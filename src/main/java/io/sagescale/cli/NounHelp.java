package io.sagescale.cli;

import io.sagescale.cli.Commands.Noun;

/** The help of a noun: its verbs. */
final class NounHelp {
  private NounHelp() {}

  static String text(Noun noun, boolean isColoured) {
    StringBuilder text = new StringBuilder("sagescale " + noun.name() + ": " + noun.summary() + ".\n\n");
    text.append(RootHelp.title("Usage", isColoured)).append("  sagescale ").append(noun.name()).append(" COMMAND [OPTIONS]\n\n");
    text.append(RootHelp.title("Commands", isColoured));
    noun.verbs().forEach(verb -> text.append("  %-12s%s%n".formatted(verb.name(), verb.summary())));
    Nouns.inside(noun).forEach(inner -> text.append("  %-12s%s%n".formatted(inner.name().substring(noun.name().length() + 1),
        inner.summary() + ": " + String.join(", ", inner.words()))));
    return text.append("\nHelp on one: sagescale ").append(noun.name()).append(' ')
        .append(noun.verbs().getFirst().name()).append(" --help\n").toString();
  }
}
