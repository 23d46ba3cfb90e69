package io.weirworks.registry.workflow;

import static io.weirworks.registry.flowspec.Documents.problems;
import static io.weirworks.registry.flowspec.Documents.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.TextNode;
import io.weirworks.registry.decision.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 34: the settings of check nodes and their limits (dataworks-semantics 4.9). */
class CheckNodeDraftTest {
  private static final String CONTENT = "$.spec.workflows[0].nodes[0].script.content";
  private static final String FILE =
      "\"checkType\":\"FILE\",\"condition\":{\"path\":\"/in/${day}.done\"}";
  private static final String EVERY_FIVE_MINUTES = FILE + ",\"interval\":5";
  private static final String TWELVE_TIMES = "\"stopStrategy\":{\"type\":\"CHECKS\",\"checks\":12}";

  private static String document(String content, String trigger) {
    return """
        {"version":"2.0.0","kind":"CycleWorkflow","spec":{"workflows":[{"name":"w","trigger":{%s},
         "nodes":[{"id":"a","name":"a","script":{"content":%s,"language":"json","runtime":{"command":"CHECK_NODE"},
          "parameters":[{"name":"day","value":"$bizdate"}]}}]}]}}
        """
        .formatted(trigger, TextNode.valueOf(content));
  }

  private static String document(String content) {
    return document(content, "\"cron\":\"0 0 1 * * ?\"");
  }

  private static NodeDefinition node(String document) {
    return valid(Drafts.read(document)).definition().nodes().getFirst();
  }

  @Test
  void checkNodeRunsTheSettingsThatAreWritten() {
    // given
    String content = "{" + EVERY_FIVE_MINUTES + "," + TWELVE_TIMES + "}";
    // when
    NodeDefinition node = node(document(content));
    // then
    assertThat(node.script().type()).isEqualTo(NodeType.CHECK_NODE);
    assertThat(node.script().content()).isEqualTo(content);
  }

  /** Four hours, as for other nodes, would end a check before its own time. */
  @Test
  void checkNodeEndsByItsOwnTimeUnlessATimeoutIsSet() {
    // given
    String text = document("{" + EVERY_FIVE_MINUTES + "," + TWELVE_TIMES + "}");
    String limited = text.replace("\"name\":\"a\"", "\"name\":\"a\",\"timeout\":1");
    // then
    assertThat(node(text).policy().timeout()).isEqualTo(Duration.ofHours(25));
    assertThat(node(limited).policy().timeout()).isLessThan(Duration.ofHours(24));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"cron\":\"0 0 1 * * ?\" | `` | Europe/Berlin",
        "\"cron\":\"0 0 1 * * ?\",\"timezone\":\"Asia/Shanghai\" | `` | Asia/Shanghai",
        "\"cron\":\"0 0 1 * * ?\" | ,\"timeZone\":\"UTC\" | UTC",
      })
  void stopTimeIsMeantInTheZoneThatItNamesElseInThatOfTheNode(
      String trigger, String written, String zone) {
    // given
    String content =
        "{%s,\"stopStrategy\":{\"type\":\"TIME\",\"time\":\"23:30\"%s}}"
            .formatted(EVERY_FIVE_MINUTES, written);
    // when
    String runs = node(document(content, trigger)).script().content();
    // then
    assertThat(Drafts.tree(runs).at("/stopStrategy/timeZone").asText()).isEqualTo(zone);
    assertThat(Drafts.tree(runs).at("/condition/path").asText()).isEqualTo("/in/${day}.done");
  }

  @ParameterizedTest
  @CsvSource({
    "1, MINUTES, 1440",
    "30, MINUTES, 48",
    "60, SECONDS, 1440",
    "1800, SECONDS, 48",
    "7, MINUTES, 205"
  })
  void limitsThemselvesAreAllowed(int interval, String unit, int checks) {
    String content =
        "{%s,\"interval\":%d,\"intervalUnit\":\"%s\",\"stopStrategy\":{\"type\":\"CHECKS\",\"checks\":%d}}"
            .formatted(FILE, interval, unit, checks);
    assertThat(valid(Drafts.read(document(content)))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"interval\":0 | OutOfRange | .interval | 0 | a whole number from 1 to 30 MINUTES",
        "\"interval\":31 | OutOfRange | .interval | 31 | a whole number from 1 to 30 MINUTES",
        "\"interval\":2.5 | OutOfRange | .interval | 2.5 | a whole number from 1 to 30 MINUTES",
        "\"interval\":4294967301 | OutOfRange | .interval | 4294967301 | a whole number from 1 to 30 MINUTES",
        "\"interval\":59,\"intervalUnit\":\"SECONDS\" | OutOfRange | .interval | 59 | a whole number from 60 to 1800 SECONDS",
        "\"interval\":1801,\"intervalUnit\":\"SECONDS\" | OutOfRange | .interval | 1801 | a whole number from 60 to 1800 SECONDS",
        "\"interval\":1,\"intervalUnit\":\"HOURS\" | UnknownValue | .intervalUnit | HOURS | MINUTES or SECONDS",
        "\"every\":1 | MissingValue | .interval | `` | a whole number from 1 to 30 MINUTES",
        "\"interval\":1,\"every\":1 | UnknownValue | .every | every | one object of checkType, condition, interval, intervalUnit, stopStrategy",
      })
  void intervalOutsideOneToThirtyMinutesIsRefused(
      String interval, String code, String path, String value, String right) {
    assertRefused("{" + FILE + "," + TWELVE_TIMES + "," + interval + "}", code, path, value, right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "30 | {\"type\":\"CHECKS\",\"checks\":49} | OutOfRange | .checks | 49 | 1 to 48 checks: more do not fit into 24 hours at this interval",
        "1 | {\"type\":\"CHECKS\",\"checks\":1441} | OutOfRange | .checks | 1441 | 1 to 1440 checks: more do not fit into 24 hours at this interval",
        "10 | {\"type\":\"CHECKS\",\"checks\":0} | OutOfRange | .checks | 0 | 1 to 144 checks: more do not fit into 24 hours at this interval",
        "10 | {\"type\":\"CHECKS\"} | OutOfRange | .checks | `` | 1 to 144 checks: more do not fit into 24 hours at this interval",
        "10 | {\"type\":\"TIME\",\"time\":\"24:30\"} | InvalidTime | .time | 24:30 | a time of the day such as 23:30",
        "10 | {\"type\":\"TIME\",\"time\":\"1:30\",\"timeZone\":\"Mars\"} | UnknownTimeZone | .timeZone | Mars | an IANA zone such as Asia/Shanghai",
        "10 | {\"type\":\"TIME\",\"time\":\"23:30\",\"checks\":3} | UnknownValue | .checks | checks | one object of type, time, timeZone",
        "10 | {\"type\":\"NEVER\"} | UnknownValue | .type | NEVER | TIME or CHECKS",
        "10 | 5 | WrongType | `` | 5 | one object of type",
      })
  void stopBeyondADayOrAtNoTimeIsRefused(
      int interval, String stop, String code, String path, String value, String right) {
    String content = "{%s,\"interval\":%d,\"stopStrategy\":%s}".formatted(FILE, interval, stop);
    assertRefused(content, code, ".stopStrategy" + path, value, right);
  }

  private static final String KIND =
      "FILE, a file that the runner's host sees: the only kind so far";
  private static final String PATH = "an absolute path or file: URI, ${name} may stand in it";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"checkType\":\"PARTITION\" | FeatureNotSupportedYet | .checkType | PARTITION | " + KIND,
        "\"checkType\":\"FTP_FILE\" | FeatureNotSupportedYet | .checkType | FTP_FILE | " + KIND,
        "\"condition\":{} | MissingValue | .checkType | `` | " + KIND,
        "\"checkType\":\"FILE\",\"condition\":{\"path\":\"oss://b/x\"} | FeatureNotSupportedYet | .condition.path | oss://b/x | "
            + PATH,
        "\"checkType\":\"FILE\",\"condition\":{\"path\":\"in/x\"} | InvalidParameter | .condition.path | in/x | "
            + PATH,
        "\"checkType\":\"FILE\",\"condition\":{\"path\":\" \"} | MissingValue | .condition.path | `` | "
            + PATH,
        "\"checkType\":\"FILE\",\"condition\":[{\"path\":\"/a\"},{\"path\":\"/b\"}] | WrongType | .condition | [{\"path\":\"/a\"},{\"path\":\"/b\"}] | one object of path",
        "\"checkType\":\"FILE\" | MissingValue | .condition | `` | one object of path",
      })
  void whatCannotBeLookedForIsRefused(
      String object, String code, String path, String value, String right) {
    assertRefused("{" + object + ",\"interval\":5," + TWELVE_TIMES + "}", code, path, value, right);
  }

  @Test
  void settingsThatAreNoJsonObjectAreRefused() {
    assertThat(problems(Drafts.read(document("test -e /in/x"))))
        .extracting(problem -> problem.code().code(), Problem::path)
        .containsExactly(tuple("MalformedDocument", CONTENT));
    assertRefused(
        "[]",
        "WrongType",
        "",
        "[]",
        "one object of checkType, condition, interval, intervalUnit, stopStrategy");
  }

  private static void assertRefused(
      String content, String code, String path, String value, String right) {
    assertThat(problems(Drafts.read(document(content))))
        .extracting(
            problem -> problem.code().code(), Problem::path, Problem::value, Problem::expected)
        .contains(tuple(code, CONTENT + path, value, right));
  }
}
