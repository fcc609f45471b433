package io.sagescale.cli;

import io.sagescale.model.ResourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** {@code schedule put}: one PutScheduledAction. */
@Command(
    name = "put",
    customSynopsis = "sagescale schedule put TARGET NAME --at EXPRESSION [OPTIONS]",
    header = "Change the limits of a target at a time, or by a calendar.",
    footer = {
      "  sagescale schedule put llama3-8b/AllTraffic office --min 2 --max 8 \\",
      "      --at 'cron(0 7 ? * MON-FRI *)' --timezone Europe/Berlin"
    })
final class SchedulePutCommand implements Task {
  @Parameters(index = "0", paramLabel = "TARGET", converter = TargetWord.class,
      description = "ENDPOINT/VARIANT, component:NAME, or AWS's id.")
  private ResourceId target;

  @Parameters(index = "1", paramLabel = "NAME", description = "Name of the scheduled action.")
  private String name = "";

  @Option(names = "--at", paramLabel = "EXPRESSION",
      description = "cron(...), rate(5 minutes) or at(2026-12-24T18:00:00); needed for a new one.")
  private @Nullable String schedule;

  @Option(names = "--timezone", paramLabel = "ZONE", description = "Zone of cron and at, such as Europe/Berlin; UTC when left out.")
  private @Nullable String timezone;

  @Option(names = "--min", paramLabel = "N", description = "Least capacity from then on.")
  private @Nullable Integer min;

  @Option(names = "--max", paramLabel = "N", description = "Most capacity from then on.")
  private @Nullable Integer max;

  @Option(names = "--from", paramLabel = "INSTANT", converter = InstantWord.class, description = "Not before 2026-12-01T00:00:00Z.")
  private @Nullable Instant start;

  @Option(names = "--until", paramLabel = "INSTANT", converter = InstantWord.class, description = "Not after this instant.")
  private @Nullable Instant end;

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  private final Surroundings around;

  SchedulePutCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public int run() {
    PutScheduledActionRequest.Builder request = PutScheduledActionRequest.builder()
        .serviceNamespace(ServiceNamespace.SAGEMAKER)
        .scheduledActionName(name)
        .resourceId(target.text())
        .scalableDimension(target.dimension().text())
        .schedule(schedule)
        .timezone(timezone)
        .startTime(start)
        .endTime(end);
    if (min != null || max != null) {
      request.scalableTargetAction(capacity -> capacity.minCapacity(min).maxCapacity(max));
    }
    if (change.isDry) {
      return aws.showCalls(around, List.of(Call.of(request.build())));
    }
    return aws.answer(around, clients -> Answer.said(clients.scaling().putScheduledAction(request.build()), name,
        "scheduled action " + name + " of " + target.shortName() + " is put; when it fires: sagescale schedule next "
            + target.shortName()));
  }
}
