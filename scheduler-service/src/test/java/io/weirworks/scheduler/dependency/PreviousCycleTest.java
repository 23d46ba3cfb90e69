package io.weirworks.scheduler.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cross-cycle dependencies, row by row (dataworks-semantics 3.7; scenarios 15 to 17). */
class PreviousCycleTest {
  private static final Instant LONG_AGO = Instant.EPOCH;

  private static String shown(Days node, Optional<Position> position) {
    return position.map(found -> node.shown(found.day(), found.range())).orElse("");
  }

  @ParameterizedTest(name = "{0} at {1}, deployed {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 00 02 * * ?     | 02:00 | 1970-01-01T00:00:00Z | D-1 02:00",
        // the first of a day depends on the last of the day before (scenario 16)
        "00 00 0,8,16 * * ? | 00:00 | 1970-01-01T00:00:00Z | D-1 16:00",
        "00 00 0,8,16 * * ? | 08:00 | 1970-01-01T00:00:00Z | 00:00",
        "00 */10 * * * ?    | 00:00 | 1970-01-01T00:00:00Z | D-1 23:50",
        "00 */10 * * * ?    | 00:10 | 1970-01-01T00:00:00Z | 00:00",
        "00 00 02 ? * MON   | 02:00 | 1970-01-01T00:00:00Z | D-1 02:00",
        // the first ever is free
        "00 00 02 * * ?     | 02:00 | 2026-03-09T12:00:00Z | ''",
        "00 00 0,8,16 * * ? | 00:00 | 2026-03-09T12:00:00Z | ''",
        "00 00 0,8,16 * * ? | 08:00 | 2026-03-09T12:00:00Z | 00:00",
      })
  void selfDependencyIsOnTheInstanceBefore(
      String cron, String at, Instant deployed, String expected) {
    // given
    Days node = Days.of(cron, ZoneOffset.UTC, deployed);
    // when
    Optional<Position> position = PreviousCycle.ofItself(node, Days.D, node.index(Days.D, at));
    // then
    assertThat(shown(node, position)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} at {1} on the cycle before of {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        // day on day
        "00 00 02 * * ?      | 02:00 | 00 00 07 * * ?           | D-1 07:00",
        "00 00 02 * * ?      | 02:00 | 00 00 07 ? * MON         | D-1 07:00",
        // day on hour: all of the day before; of a self-dependent one the last (scenario 15)
        "00 00 02 * * ?      | 02:00 | 00 00 0,8,16 * * ?       | D-1 00:00 D-1 08:00 D-1 16:00",
        "00 00 02 * * ?      | 02:00 | 00 00 0,8,16 * * ? self  | D-1 16:00",
        "00 00 02 L * ?      | 02:00 | 00 0,30 22-23 * * ?      | D-1 22:00 D-1 22:30 D-1 23:00 D-1 23:30",
        "00 00 02 * * ?      | 02:00 | 00 0,30 22-23 * * ? self | D-1 23:30",
        // hour or minute on day: that of the day before
        "00 00 0,8,16 * * ?  | 16:00 | 00 00 07 * * ?           | D-1 07:00",
        "00 */10 * * * ?     | 16:10 | 00 00 07 1 * ?           | D-1 07:00",
        // as often: the one before that of the same cycle
        "00 00 0,8,16 * * ?  | 08:00 | 00 30 0,8,16 * * ?       | 00:30",
        "00 00 0,8,16 * * ?  | 00:00 | 00 30 0,8,16 * * ?       | D-1 16:30",
        "00 */10 * * * ?     | 00:00 | 00 5/10 * * * ?          | D-1 23:55",
        // less often
        "00 00 * * * ?       | 13:00 | 00 00 0,12 * * ?         | 00:00",
        "00 */10 * * * ?     | 13:10 | 00 00 * * * ?            | 12:00",
        "00 */10 * * * ?     | 00:10 | 00 00 * * * ?            | D-1 23:00",
        // more often: what the node's own cycle before covers; of a self-dependent one the last
        "00 00 * * * ?       | 13:00 | 00 */30 * * * ?          | 12:00 12:30",
        "00 00 * * * ?       | 13:00 | 00 */30 * * * ? self     | 12:30",
        "00 00 * * * ?       | 00:00 | 00 */30 * * * ?          | D-1 23:00 D-1 23:30",
        "00 00 0,12 * * ?    | 00:00 | 00 00 */6 * * ?          | D-1 06:00 D-1 12:00",
        "00 00 0,12 * * ?    | 12:00 | 00 00 */6 * * ?          | 00:00",
      })
  void otherNodesAreWaitedForInTheirCycleBefore(
      String cron, String at, String otherCron, String expected) {
    // given
    Days node = Days.of(cron, ZoneOffset.UTC, LONG_AGO);
    Days other = Days.of(otherCron, ZoneOffset.UTC, LONG_AGO);
    // when
    Optional<Position> position =
        PreviousCycle.ofOther(node, Days.D, node.index(Days.D, at), other);
    // then
    assertThat(shown(other, position)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} at {1} on {2}, which begins today: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 00 02 * * ?     | 02:00 | 00 00 07 * * ?     | ''",
        "00 00 02 * * ?     | 02:00 | 00 00 0,8,16 * * ? | ''",
        "00 00 0,8,16 * * ? | 00:00 | 00 00 0,8,16 * * ? | ''",
        "00 00 0,8,16 * * ? | 08:00 | 00 00 0,8,16 * * ? | 00:00",
        "00 00 0,8,16 * * ? | 00:00 | 00 */10 * * * ?    | ''",
      })
  void nodeWithoutACycleBeforeIsNotWaitedFor(
      String cron, String at, String otherCron, String expected) {
    // given
    Days node = Days.of(cron, ZoneOffset.UTC, LONG_AGO);
    Days other = Days.of(otherCron, ZoneOffset.UTC, Instant.parse("2026-03-09T12:00:00Z"));
    // when
    Optional<Position> position =
        PreviousCycle.ofOther(node, Days.D, node.index(Days.D, at), other);
    // then
    assertThat(shown(other, position)).isEqualTo(expected);
  }
}
