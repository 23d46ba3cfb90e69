package io.weirworks.acceptance.flights;

import io.weirworks.acceptance.program.Program;
import io.weirworks.acceptance.program.Weirworks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The long form: backfill after backfill on one platform, each with kills of its own. */
@Tag("endurance")
class ManyKillsTest {

  private static final long SEED = Long.getLong("seed", 20261120);
  private static final int ROUNDS = Integer.getInteger("rounds", 10);

  /** The raw data are of 90 days. */
  private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

  @Test
  void backfillsSurviveTheKillOfAnyService() throws Exception {
    backfills("many-processes", List.of("--processes"), ManyKillsTest::anyServices);
  }

  @Test
  void backfillsSurviveTheKillOfAllServices() throws Exception {
    backfills("many-one-jvm", List.of(), seed -> List.of("scheduler", "scheduler"));
  }

  private static List<String> anyServices(long seed) {
    List<String> services =
        new ArrayList<>(List.of("registry", "scheduler", "executor", "lineage", "executor"));
    Collections.shuffle(services, new Random(seed));
    return services.subList(0, 3);
  }

  private static void backfills(
      String name, List<String> options, LongFunction<List<String>> victims) throws Exception {
    try (Weirworks platform = Weirworks.fresh(name)) {
      List<String> up = new ArrayList<>(List.of("up", "--detach"));
      up.addAll(options);
      platform.typed(up.toArray(String[]::new));
      Flights flights = new Flights(platform);
      flights.deploy();
      for (int round = 0; round < ROUNDS; round++) {
        long seed = SEED + round;
        LocalDate from = FIRST.plusDays((long) round * Flights.DATES);
        try (Story story = Story.fromNow(platform.bootstrapServers());
            Program backfill = flights.backfill(from)) {
          flights.survive(Kill.draw(seed, victims.apply(seed)), story, backfill);
        }
        flights.invariantsHold();
        Flights.reportsAreRight(flights.reports(), from);
      }
    }
  }
}
