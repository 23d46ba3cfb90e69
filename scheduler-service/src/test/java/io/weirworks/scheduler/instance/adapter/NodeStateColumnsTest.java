package io.weirworks.scheduler.instance.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.StoredRow;
import io.weirworks.scheduler.instance.NodeState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeStateColumnsTest {

  private static final Instant T1 = Instant.parse("2025-11-01T02:30:45.123456Z");
  private static final Instant T2 = Instant.parse("2025-11-01T06:30:45Z");

  static Stream<NodeState> states() {
    NodeState.OnItsWay queued = new NodeState.WaitResource(T1, true);
    NodeState.OnItsWay running = new NodeState.Running(T1, T2);
    return Stream.of(
        new NodeState.NotRun(3),
        new NodeState.WaitTime(T1),
        new NodeState.WaitResource(T1, false),
        queued,
        running,
        new NodeState.Unconfirmed(queued),
        new NodeState.Unconfirmed(running),
        new NodeState.Cancelling(null, null),
        new NodeState.Cancelling(T1, "typo"),
        new NodeState.WaitRerun(T2),
        new NodeState.Success(),
        new NodeState.Failure("NonZeroExit", "exit 3"),
        new NodeState.Cancelled(null),
        new NodeState.Cancelled("typo"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void stateIsReadAsItWasWritten(NodeState state) throws SQLException {
    var row = StoredRow.of(NodeStateColumns.NAMES, NodeStateColumns.of(state).values());
    assertThat(NodeStateColumns.read(new Columns(row))).isEqualTo(state);
  }

  @Test
  void everyStateIsAmongThem() {
    assertThat(states().map(Object::getClass).map(Class::getSimpleName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(NodeState.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .map(Class::getSimpleName)
                .toList());
  }
}
