package io.sagescale.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sagescale.house.FloorPlan.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The floor plan: one row, one case; each row is shown code that breaks it, and code that keeps it. */
class FloorPlanTest {
  private static final FloorPlan PLAN =
      FloorPlan.of(
          """
          room     | may import                                                                     | libraries
          (root)   | cli                                                                            | picocli signals
          model    | -                                                                              | -
          metrics  | model                                                                          | -
          alarm    | model metrics                                                                  | -
          scaling  | model                                                                          | -
          fleet    | model                                                                          | -
          serving  | model                                                                          | -
          routing  | model                                                                          | -
          engine   | model metrics alarm scaling fleet routing                                      | -
          sdk      | model scaling                                                                  | awssdk
          wire     | -                                                                              | awssdk jackson
          api      | model metrics alarm scaling fleet engine sdk                                   | awssdk
          lint     | model scaling serving                                                          | -
          simulate | model metrics alarm scaling fleet serving routing engine                       | hdrhistogram
          yaml     | model simulate serving lint                                                    | jackson
          local    | model alarm scaling fleet engine api wire simulate serving                                  | awssdk http h2-mvstore prometheus
          connect  | local                                                                          | awssdk
          plan     | model sdk                                                                      | awssdk
          inspect  | model metrics alarm scaling sdk                                                | awssdk
          report   | model lint simulate yaml metrics alarm scaling fleet serving engine inspect plan wire | jackson awssdk jmespath
          awscli   | wire report                                                                    | awssdk jackson
          junit    | model simulate local connect                                                   | junit-jupiter-api awssdk
          cli      | model lint metrics alarm scaling fleet serving routing engine sdk wire api simulate yaml local connect plan inspect report awscli | picocli awssdk
          """,
          """
          library           | packages
          picocli           | picocli
          awssdk            | software.amazon.awssdk software.amazon.eventstream
          jackson           | com.fasterxml.jackson org.yaml.snakeyaml
          jmespath          | software.amazon.smithy.jmespath
          hdrhistogram      | org.HdrHistogram
          http              | com.sun.net.httpserver
          h2-mvstore        | org.h2.mvstore
          prometheus        | io.prometheus.metrics
          signals           | sun.misc
          junit-jupiter-api | org.junit.jupiter.api
          """);

  private static House planted;

  static List<Row> rows() {
    return PLAN.rows();
  }

  @BeforeAll
  static void plant(@TempDir Path folder) throws IOException {
    planted = Planted.house(folder, everyRoomUsingEverything());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void roomUsesOnlyWhatItsRowAllows(Row row) {
    assumeTrue(House.ours().rooms().contains(row.room()), row + ": no code yet");
    assertEquals(Set.of(), PLAN.violations(House.ours(), row));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void rowSeesEachUseThatItForbidsAndNoOther(Row row) {
    String greedy = Planted.packageOf(row.room()) + ".Greedy";
    var forbidden = new TreeSet<String>();
    for (String room : PLAN.rooms()) {
      if (!room.equals(row.room()) && !row.rooms().contains(room)) {
        forbidden.add(greedy + " -> " + room);
      }
    }
    PLAN.libraries()
        .forEach(
            (library, packages) -> {
              if (!row.libraries().contains(library)) {
                packages.forEach(name -> forbidden.add(greedy + " -> " + name + ".Thing"));
              }
            });
    forbidden.add(greedy + " -> unheard.of.Thing");
    assertEquals(forbidden, PLAN.violations(planted, row));
  }

  @Test
  void everyRoomHasItsRow() {
    var withoutRow = new TreeSet<>(House.ours().rooms());
    withoutRow.removeAll(PLAN.rooms());
    assertEquals(Set.of(), withoutRow);
  }

  @Test
  void roomWithoutARowIsSeen(@TempDir Path folder) throws IOException {
    House house = Planted.house(folder, Map.of("planted.attic.Box", "package planted.attic; class Box {}"));
    assertEquals(Set.of("attic"), house.rooms());
    assertTrue(!PLAN.rooms().contains("attic"));
  }

  @Test
  void importsRunInNoCircle() {
    assertEquals(Set.of(), PLAN.circle());
  }

  @Test
  void circleIsSeen() {
    var plan =
        FloorPlan.of(
            """
            room  | may import | libraries
            hall  | cellar     | -
            stair | hall       | -
            cellar| attic      | -
            attic | hall       | -
            """,
            "library | packages");
    assertEquals(Set.of("hall", "stair", "cellar", "attic"), plan.circle());
  }

  @Test
  void everyWordOfThePlanIsExplained() {
    assertEquals(List.of(), PLAN.unknownWords());
    var typo = FloorPlan.of("room | may import | libraries\nhall | cellra | jakcson", "library | packages");
    assertEquals(List.of("cellra", "jakcson"), typo.unknownWords());
  }

  @Test
  void modelMayNotUseJacksonNorTheEngine() {
    Row model = PLAN.rows().stream().filter(row -> row.room().equals("model")).findFirst().orElseThrow();
    Set<String> found = PLAN.violations(planted, model);
    assertTrue(found.contains("planted.model.Greedy -> com.fasterxml.jackson.Thing"), found::toString);
    assertTrue(found.contains("planted.model.Greedy -> engine"), found::toString);
  }

  /** In each room one class that uses a type of every room and of every library, in all the places where a type can stand. */
  private static Map<String, String> everyRoomUsingEverything() {
    var things = new ArrayList<String>();
    PLAN.rooms().forEach(room -> things.add(Planted.packageOf(room) + ".Thing"));
    PLAN.libraries().values().forEach(packages -> packages.forEach(name -> things.add(name + ".Thing")));
    things.add("unheard.of.Thing");

    var sources = new LinkedHashMap<String, String>();
    for (String thing : things) {
      sources.put(thing, "package %s; public class Thing { public void touch() {} }".formatted(thing.substring(0, thing.lastIndexOf('.'))));
    }
    String[] places = {
      "%1$s field%2$d;", "%1$s[] array%2$d;", "java.util.List<%1$s> generic%2$d;", "void parameter%2$d(%1$s thing) {}",
      "%1$s result%2$d() { return null; }", "void local%2$d() { new %1$s(); }", "void call%2$d(Object it) { ((%1$s) it).touch(); }",
      "Class<?> literal%2$d = %1$s.class;", "boolean is%2$d(Object it) { return it instanceof %1$s; }"
    };
    for (String room : PLAN.rooms()) {
      var body = new StringBuilder();
      for (int i = 0; i < things.size(); i++) {
        body.append(places[i % places.length].formatted(things.get(i), i)).append('\n');
      }
      String inRoom = Planted.packageOf(room);
      sources.put(inRoom + ".Greedy", "package %s; class Greedy {\n%s}".formatted(inRoom, body));
    }
    return sources;
  }
}
