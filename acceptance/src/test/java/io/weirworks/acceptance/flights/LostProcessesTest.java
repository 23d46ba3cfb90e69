package io.weirworks.acceptance.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.acceptance.program.Program;
import io.weirworks.acceptance.program.Weirworks;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One JVM per service; executor and scheduler are killed in the middle of the demo's backfill. */
class LostProcessesTest {

  private static final long SEED = Long.getLong("seed", 20261120);

  /** The first date of the demo. */
  private static final LocalDate FROM = LocalDate.of(2001, 1, 1);

  private static Weirworks platform;
  private static Flights flights;

  @BeforeAll
  static void demoWithKills() {
    platform = Weirworks.fresh("processes");
    flights = new Flights(platform);
    try (Program demo = platform.start("demo", "--processes")) {
      await()
          .atMost(Flights.LIMIT)
          .until(() -> demo.printed().contains("== Backfill") || !demo.isAlive());
      try (Story story = Story.fromTheBeginning(platform.bootstrapServers())) {
        flights.survive(Kill.draw(SEED, List.of("executor", "scheduler")), story, demo);
      }
    }
  }

  @AfterAll
  static void down() {
    platform.close();
  }

  @Test
  void everyRunAndNodeInstanceEndsExactlyOnce() {
    flights.invariantsHold();
  }

  @Test
  void figuresOfTheReportAreUnchanged() throws Exception {
    Flights.reportsAreRight(platform.data().resolve("demo").resolve("reports"), FROM);
  }

  @Test
  void eachServiceIsAProcessThatLogsAtInfo() throws Exception {
    for (String service : List.of("registry", "scheduler", "executor", "lineage")) {
      assertThat(platform.log(service)).content().contains(" INFO ").doesNotContain(" DEBUG ");
    }
  }
}
