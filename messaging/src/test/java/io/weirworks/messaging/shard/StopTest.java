package io.weirworks.messaging.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.messaging.storage.OperatorTable.Action;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DESIGN 2, 3.2: an instruction is about one stop and no other. */
class StopTest {

  private static final Instant DUE = Instant.parse("2026-11-20T06:00:00.5Z");

  private static final List<Stop> STOPS =
      List.of(
          new Stop.AtRecord("weirworks.scheduler.internal", 1, 17),
          new Stop.AtRecord("weirworks.scheduler.internal", 1, 18),
          new Stop.AtRecord("weirworks.scheduler.internal", 2, 17),
          new Stop.AtRecord("weirworks.scheduler.events", 1, 17),
          new Stop.AtTimer(1, "reminder", "a", DUE),
          new Stop.AtTimer(1, "reminder", "a", DUE.plusSeconds(1)),
          new Stop.AtTimer(1, "bonus", "a", DUE),
          new Stop.AtParked(1, 12, 0, "weirworks.scheduler.internal-1@17"),
          new Stop.AtParked(1, 12, 1, "weirworks.scheduler.internal-1@17"),
          new Stop.TopicMadeAnew("weirworks.scheduler.internal", 1, "new", "old"),
          new Stop.OutsideTheLog("weirworks.scheduler.internal", 1, 5, 10, 20));

  @Test
  void remedyOfAStopSettlesItAndNoOther() {
    for (Stop stop : STOPS) {
      assertThat(STOPS.stream().filter(other -> other.isSettledBy(stop.remedy())))
          .containsExactly(stop);
    }
  }

  @Test
  void positionIsMovedToTheNearestEndOfTheLogUnlessToldElsewhere() {
    assertThat(new Stop.OutsideTheLog("t", 1, 5, 10, 20).remedy().argument()).isEqualTo("5:10");
    assertThat(new Stop.OutsideTheLog("t", 1, 25, 10, 20).remedy().argument()).isEqualTo("25:20");
  }

  @ParameterizedTest
  @CsvSource({
    "5:10, true",
    "5:15, true",
    "5:20, true",
    "5:9, false",
    "5:21, false",
    "6:15, false",
    "15, false",
    "nonsense, false",
    "5:99999999999999999999, false",
  })
  void moveNamesThePositionThatItIsAboutAndAnOffsetThatTheLogHolds(
      String argument, boolean settles) {
    // given
    Stop.OutsideTheLog stop = new Stop.OutsideTheLog("t", 1, 5, 10, 20);

    // when, then
    assertThat(stop.isSettledBy(new Instruction("t", 1, Action.MOVE, argument))).isEqualTo(settles);
  }
}
