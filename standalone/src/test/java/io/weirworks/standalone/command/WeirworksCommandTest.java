package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeirworksCommandTest {

  @TempDir private Path home;

  private Shell.Outcome type(String words) {
    return new Shell(home, List.of()).type(words.split(" "));
  }

  @ParameterizedTest(name = "{0} --help")
  @ValueSource(
      strings = {
        "",
        "demo",
        "up",
        "down",
        "status",
        "send",
        "events",
        "params",
        "params eval",
        "diagnose",
        "lineage crawl",
        "lineage describe",
        "lineage search",
        "lineage profile",
        "lineage template",
        "rerun",
        "set-success",
        "freeze",
        "unfreeze",
        "priority",
        "remove-dependency",
        "force-start",
      })
  void eachCommandExplainsItself(String command) {
    // when
    var outcome = type((command + " --help").strip());
    // then
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Usage: weirworks " + command).contains("--help");
  }

  @Test
  void helpListsTheDemoFirst() {
    assertThat(type("--help").out())
        .containsPattern("Commands:\n  demo +Run a real pipeline on real data and show all");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "upp | Unmatched argument",
        "run flow | Missing required option: '--bizdate=D'",
        "backfill flow --from 2001-01-01 --to soon | --to 'soon' is no date",
        "lineage show a.b --upstream --downstream | mutually exclusive",
        "rerun | Missing required parameter: 'INSTANCE'",
        "rerun i1 --downstream some | expected one of [NONE, ALL, FAILED]",
        "priority i1 | Missing required option: '--to=N'",
        "params | Missing required subcommand",
        "send RunWorkflow | Missing required parameter: 'JSON'",
        "send RunWorkfow {} | did you mean 'RunWorkflow'",
        "send RunWorkflow {\"x\":1} | RunWorkflow has no field 'x'",
        "events --topic scheduler.evnts | did you mean 'weirworks.scheduler.events'",
        "up --clock-offset -12x | '-12x' is no duration",
        "up --clock-offset tomorrow | 'tomorrow' is no duration",
      })
  void wrongUseIsToldAndEndsWith2(String words, String message) {
    // when
    var outcome = type(words);
    // then
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "send CreateWorkspace {\"name\":\"a\"}"})
  void commandThatNeedsThePlatformSaysHowToStartIt(String words) {
    // when
    var outcome = type(words);
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("NOT_RUNNING", "weirworks up --detach");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void statusAndDownOfAPlatformThatWasNeverUpChangeNothing() {
    assertThat(type("status")).extracting(Shell.Outcome::code).isEqualTo(1);
    assertThat(type("status --json").out().strip()).isEqualTo("[]");
    assertThat(type("down").code()).isZero();
    assertThat(home).isEmptyDirectory();
  }
}
