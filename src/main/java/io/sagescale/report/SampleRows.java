package io.sagescale.report;

import io.sagescale.simulate.RunResult;
import io.sagescale.simulate.RunResult.Sample;
import java.time.Duration;

/** The ten-second samples of runs as CSV; an empty field is an absent value. */
final class SampleRows {
  static final String HEADER =
      "seed,at,second,max_concurrency,mean_concurrency,target,copies,arrived,rejected,failed\n";

  private SampleRows() {}

  /** The rows of one run, oldest first, without the header. */
  static String of(RunResult run) {
    StringBuilder rows = new StringBuilder(run.history().samples().size() * 80);
    for (Sample sample : run.history().samples()) {
      rows.append(run.seed()).append(',')
          .append(sample.at()).append(',')
          .append(Duration.between(run.start(), sample.at()).toSeconds()).append(',')
          .append(Fields.rounded(sample.maxConcurrency(), 3)).append(',')
          .append(Fields.rounded(sample.meanConcurrency(), 3)).append(',')
          .append(sample.target() == null ? "" : Fields.rounded(sample.target(), 3)).append(',')
          .append(sample.copies()).append(',')
          .append(sample.arrived()).append(',')
          .append(sample.rejected()).append(',')
          .append(sample.failed()).append('\n');
    }
    return rows.toString();
  }
}
