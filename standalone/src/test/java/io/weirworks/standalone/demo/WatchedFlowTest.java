package io.weirworks.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.standalone.follow.FlowProgress;
import io.weirworks.standalone.follow.FlowView;
import io.weirworks.standalone.follow.States;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class WatchedFlowTest {

  private final List<String> notes = new ArrayList<>();
  private final List<List<SpecificRecord>> shown = new ArrayList<>();
  private List<String> stopped = List.of();
  private Instant now = Instant.EPOCH;

  private final FlowView view =
      new FlowView() {
        @Override
        public void show(FlowProgress progress, List<SpecificRecord> changes) {
          shown.add(changes);
        }

        @Override
        public void note(String line) {
          notes.add(line);
        }
      };

  private final WatchedFlow watched = new WatchedFlow(view, () -> stopped, () -> now);

  private void lookAfter(Duration time, SpecificRecord... changes) {
    now = now.plus(time);
    watched.show(new FlowProgress("b"), List.of(changes));
  }

  @Test
  void whatComesIsShown() {
    // given
    SpecificRecord change = States.backfill("b", FlowStatus.RUNNING);
    // when
    lookAfter(Duration.ZERO, change);
    // then
    assertThat(shown).containsExactly(List.of(change));
    assertThat(notes).isEmpty();
  }

  @Test
  void endOfAProcessAndItsReturnAreToldOnce() {
    // when
    lookAfter(Duration.ZERO);
    stopped = List.of("executor");
    for (int i = 0; i < 5; i++) {
      lookAfter(Duration.ofSeconds(3));
    }
    stopped = List.of();
    lookAfter(Duration.ofSeconds(3));
    lookAfter(Duration.ofSeconds(3));
    // then
    assertThat(notes)
        .containsExactly(
            "executor ended; 'weirworks up --detach' starts it again, and this goes on",
            "all processes run again");
  }

  @Test
  void itIsGivenUpWhenNothingMovesFor5Minutes() {
    // given
    lookAfter(Duration.ZERO);
    lookAfter(Duration.ofMinutes(4), States.backfill("b", FlowStatus.RUNNING));
    lookAfter(Duration.ofMinutes(5));
    // then
    assertThatThrownBy(() -> lookAfter(Duration.ofMillis(1)))
        .hasMessageContaining("NO_PROGRESS")
        .hasMessageContaining("weirworks status");
  }
}
