package io.sagescale.yaml;

import io.sagescale.serving.StartupProfile;
import io.sagescale.serving.StartupProfiles;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's start-up stages: its own, or those of a catalogue profile named by {@code like} with changes. */
final class StartupReader {
  private static final double MOST_SPREAD = 3;

  private StartupReader() {}

  /** Stages that are not named take the time of {@code like}, or none without it. */
  static StartupProfile read(Fields fields) {
    StartupProfile like = like(fields);
    Duration provision = or(fields.duration("provision"), like == null ? null : like.provision());
    Duration imagePull = or(fields.duration("imagePull"), like == null ? null : like.imagePull());
    Duration given = fields.duration("modelDownload");
    Duration download = or(given, like == null ? null : like.modelDownload());
    Duration alone = fields.duration("modelDownloadAlone");
    Duration likeAlone = like == null || given != null ? download : like.modelDownloadAlone();
    Duration containerStart = or(fields.duration("containerStart"), like == null ? null : like.containerStart());
    Duration healthCheck = or(fields.duration("healthCheck"), like == null ? null : like.healthCheck());
    Duration registration = or(fields.duration("registration"), like == null ? null : like.registration());
    Double spread = fields.number("spread", 0, MOST_SPREAD);
    boolean isImageCached = fields.truth("imageCached", like != null && like.isImageCached());
    fields.close();
    return new StartupProfile(provision, imagePull, download, or(alone, likeAlone), containerStart, healthCheck,
        registration, spread == null ? 0 : spread, isImageCached);
  }

  private static @Nullable StartupProfile like(Fields fields) {
    String id = fields.text("like");
    StartupProfile like = id == null ? null : StartupProfiles.byId(id).orElse(null);
    if (id != null && like == null) {
      fields.error(fields.at("like"), "there is no start-up profile " + Problems.quoted(id),
          Nearest.didYouMean(id, StartupProfiles.ids(), "Write one of " + String.join(", ", StartupProfiles.ids())));
    }
    return like;
  }

  private static Duration or(@Nullable Duration given, @Nullable Duration otherwise) {
    return given == null ? SetupPart.orZero(otherwise) : given;
  }
}
