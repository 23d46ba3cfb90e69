package io.weirworks.acceptance.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.acceptance.checker.Checker;
import io.weirworks.acceptance.program.Program;
import io.weirworks.acceptance.program.Weirworks;
import io.weirworks.infra.process.Waiting;
import io.weirworks.standalone.demo.RawFlights;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The flights example on a platform: three business dates of it, with kills in the middle. */
final class Flights {

  static final String WORKSPACE = "default";
  static final String WORKFLOW = "flights";

  /** A limit for what hangs, on a machine that does ten other things. */
  static final Duration LIMIT = Duration.ofMinutes(15);

  /** Business dates of one backfill. */
  static final int DATES = 3;

  /** The nodes of {@code flights.yaml}. */
  static final List<String> NODES =
      List.of("root", "load_raw", "clean", "route_delays", "airport_report", "report_csv");

  private static final Path EXAMPLE = Path.of("..", "examples", "flights").toAbsolutePath();
  private static final Path DATA = EXAMPLE.resolve("data").normalize();

  private final Weirworks platform;

  Flights(Weirworks platform) {
    this.platform = platform;
  }

  /** On a platform that is up: all that a backfill needs. */
  void deploy() {
    platform.typed("send", "CreateWorkspace", "{\"name\": \"default\"}");
    platform.typed(
        "send",
        "RegisterComputingResource",
        "{\"workspace\": \"default\", \"name\": \"local\", \"type\": \"LOCAL\"}");
    platform.typed("deploy", EXAMPLE.resolve("flights.yaml").toString());
  }

  /** The last of the dates of a backfill. */
  static LocalDate to(LocalDate from) {
    return from.plusDays(DATES - 1);
  }

  Path reports() {
    return platform.folder("reports");
  }

  /** {@code NAME=VALUE} for each parameter that a backfill gives. */
  List<String> parameters() {
    return List.of("data_dir=" + DATA, "out_dir=" + reports());
  }

  /** The command that starts a backfill and follows it to its end. */
  Program backfill(LocalDate from) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "backfill",
                WORKFLOW,
                "--from",
                from.toString(),
                "--to",
                to(from).toString(),
                "--wait"));
    parameters().forEach(parameter -> words.addAll(List.of("--param", parameter)));
    return platform.start(words.toArray(String[]::new));
  }

  /**
   * Kills as planned, starts the platform again after each, and returns when the follower of the
   * backfill has ended well.
   */
  void survive(List<Kill> kills, Story story, Program follower) {
    for (Kill kill : kills) {
      await()
          .atMost(LIMIT)
          .until(() -> story.listen().length() >= kill.events() || !follower.isAlive());
      Waiting.until(kill.later(), () -> !follower.isAlive());
      assertThat(follower.isAlive()).as(() -> kill + " comes too late: " + follower).isTrue();
      assertThat(story.count("NodeInstanceSucceeded"))
          .as("%s is in the middle", kill)
          .isBetween(1L, (long) DATES * NODES.size() - 1);
      platform.kill(kill.victim());
      platform.typed("up", "--detach");
    }
    follower.endsWell(LIMIT);
  }

  /** The report of each date is the one computed from the raw files without Weirworks and Spark. */
  static void reportsAreRight(Path reports, LocalDate from) throws Exception {
    for (LocalDate date : from.datesUntil(to(from).plusDays(1)).toList()) {
      String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
      assertThat(RawFlights.csv(reports.resolve("airport_report_" + day + ".csv")))
          .as("%s", date)
          .hasSizeGreaterThan(40)
          .isEqualTo(new RawFlights(DATA).report(date));
    }
  }

  /** I1, I4, I6: all that began has ended, each exactly once. */
  void invariantsHold() {
    assertThat(Checker.checkEnded(platform.bootstrapServers())).isEmpty();
  }
}
