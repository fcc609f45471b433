package io.sagescale.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sagescale.plan.Ownership;
import io.sagescale.plan.SavedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Saved plans as files: the document {@value #SCHEMA}. */
public final class SavedPlanJson {
  static final String SCHEMA = "sagescale/saved-plan/v1";

  private SavedPlanJson() {}

  public static String text(SavedPlan plan) {
    return RunReport.json(out -> {
      out.text("schema", SCHEMA);
      out.text("where", plan.where());
      out.text("owner", plan.ownership().owner());
      out.truth("isAdopting", plan.ownership().isAdopting());
      out.truth("isPruning", plan.isPruning());
      out.text("fingerprint", plan.fingerprint());
      out.text("digest", plan.digest());
      out.array("files", plan.files(), file -> {
        out.text("name", file.name());
        out.text("text", file.text());
      });
    });
  }

  /** True for a text that says of itself that it is a saved plan. */
  public static boolean isOne(String text) {
    return text.stripLeading().startsWith("{") && text.contains("\"" + SCHEMA + "\"");
  }

  /** Empty when the text is damaged. */
  public static Optional<SavedPlan> read(String text) {
    try {
      JsonNode root = new ObjectMapper().readTree(text);
      List<SavedPlan.SourceFile> files = new ArrayList<>();
      for (JsonNode file : root.path("files")) {
        files.add(new SavedPlan.SourceFile(file.path("name").asText(), file.path("text").asText()));
      }
      boolean isWhole = List.of("where", "owner", "fingerprint", "digest").stream().allMatch(root::hasNonNull);
      return isWhole && !files.isEmpty() ? Optional.of(new SavedPlan(root.path("where").asText(),
          new Ownership(root.path("owner").asText(), root.path("isAdopting").asBoolean()),
          root.path("isPruning").asBoolean(), root.path("fingerprint").asText(), root.path("digest").asText(), files))
          : Optional.empty();
    } catch (JsonProcessingException damaged) {
      return Optional.empty();
    }
  }
}
