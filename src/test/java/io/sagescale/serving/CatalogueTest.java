package io.sagescale.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  @ParameterizedTest
  @CsvSource({
    "llama3-8b/g5.2xlarge/vllm,        llama3-8b/g5.2xlarge/vllm-0.4.3",
    "llama3-8b/g5.2xlarge/vllm-0.4.3,  llama3-8b/g5.2xlarge/vllm-0.4.3",
    "llama3-8b/ml.g5.2xlarge/launch,   llama3-8b/g5.2xlarge/tgi-2.0.0-launch",
    "llama2-7b/g5.2xlarge/tgi,         llama2-7b/ml.g5.2xlarge/tgi"
  })
  void findsProfilesByIdAndShortName(String name, String id) {
    assertEquals(id, Profiles.byId(name).orElseThrow().id());
  }

  @Test
  void hasNoProfileOfAnUnknownName() {
    assertEquals(Optional.empty(), Profiles.byId("llama9-8b/g5.2xlarge/vllm"));
    assertEquals(Optional.empty(), StartupProfiles.byId("llama9-8b"));
    assertEquals(Optional.empty(), InstanceTypes.byName("ml.g99.xlarge"));
  }

  @Test
  void namesASourceForEachProfile() {
    for (String id : Profiles.ids()) {
      ServerProfile.Fit fit = Profiles.byId(id).orElseThrow().fit();
      assertTrue(fit != null && !fit.source().isBlank() && !fit.licence().isBlank() && fit.points() > 0, id);
    }
  }

  @Test
  void holdsTheLaunchNotebooksLimits() {
    ServerProfile.Llm launch = Profiles.byId("llama3-8b/g5.2xlarge/tgi-2.0.0-launch").orElseThrow();
    assertEquals(8192, launch.maxBatchTokens());
    assertEquals(128, launch.queueLimit());
  }

  @ParameterizedTest
  @CsvSource({
    "ml.g5.2xlarge,    8,   32, 1,  1.515, 2026-07",
    "ml.p5.48xlarge, 192, 2048, 8, 63.296, 2026-09",
    "ml.inf2.xlarge,   4,   16, 1,   0.99, 2025-01"
  })
  void datesThePriceOfAnInstanceType(String name, int cpus, int gib, int accelerators, double price, String date) {
    InstanceTypes.Listing listing = InstanceTypes.listing(name).orElseThrow();
    assertEquals(cpus, listing.type().vcpus());
    assertEquals(gib * 1024, listing.type().memoryMb());
    assertEquals(accelerators, listing.type().accelerators());
    assertEquals(price, listing.type().usdPerHour());
    assertEquals(date, listing.priceDate());
  }

  @Test
  void refusesATableWithOtherColumns() {
    assertThrows(IllegalArgumentException.class, () -> CsvTable.read("startups.csv", "id,aliases"));
    assertThrows(IllegalStateException.class, () -> CsvTable.read("absent.csv", "id"));
  }
}
