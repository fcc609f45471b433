package io.sagescale.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.sagescale.simulate.RunResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The text of simulation results, in each {@link Format}. It ends with the end of a line. */
public final class RunReport {
  private RunReport() {}

  /** One run. */
  public static String of(RunResult run, Format format, Look look) {
    return switch (format) {
      case TABLE -> joined(RunText.lines(run, look));
      case JSON -> json(fields -> new RunFields(fields).write(run));
      case YAML -> yaml(fields -> new RunFields(fields).write(run));
      case CSV -> SampleRows.HEADER + SampleRows.of(run);
    };
  }

  /** Runs that differ in their seed alone, in the order of their seeds; one or more. */
  public static String ofSeeds(List<RunResult> runs, Format format, Look look) {
    return switch (format) {
      case TABLE -> joined(SeedsText.lines(runs, look));
      case JSON -> json(fields -> new SeedsFields(fields).write(runs));
      case YAML -> yaml(fields -> new SeedsFields(fields).write(runs));
      case CSV -> {
        StringBuilder rows = new StringBuilder(SampleRows.HEADER);
        runs.forEach(run -> rows.append(SampleRows.of(run)));
        yield rows.toString();
      }
    };
  }

  /** The run with everything that {@link #ofSeeds} needs for intervals, and without what only grows with its length. */
  public static RunResult withoutHistory(RunResult run) {
    return new RunResult(run.policyName(), run.scenarioName(), run.seed(), run.start(), run.end(), run.requests(),
        run.latency(), run.timeToFirstToken(), run.scaleOuts(),
        new RunResult.History(List.of(), List.of(), List.of(), List.of()), run.totals());
  }

  private static String joined(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return text.toString();
  }

  static String json(Fields.Each<Fields> document) {
    return written(new JsonFactory(), document) + "\n";
  }

  static String yaml(Fields.Each<Fields> document) {
    return written(YAMLFactory.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build(), document);
  }

  private static String written(JsonFactory factory, Fields.Each<Fields> document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = factory.createGenerator(text)) {
      out.useDefaultPrettyPrinter();
      out.writeStartObject();
      document.write(new Fields(out));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
