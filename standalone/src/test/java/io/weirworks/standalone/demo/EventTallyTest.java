package io.weirworks.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTallyTest {

  @Test
  void eventsThatFollowFromTheCommandsAreCountedByTopicAndApartFromOthers() {
    // given
    EventTally tally = new EventTally(Set.of("deploy", "backfill"));
    // when
    tally.take("weirworks.scheduler.events", "backfill");
    tally.take("weirworks.registry.events", "deploy");
    tally.take("weirworks.scheduler.events", "backfill");
    tally.take("weirworks.scheduler.events", "of somebody else");
    tally.take("weirworks.lineage.events", "of somebody else");
    // then
    assertThat(tally.count()).isEqualTo(3);
    assertThat(tally.lines())
        .containsExactly(
            "weirworks.lineage.events            0",
            "weirworks.registry.events           1",
            "weirworks.scheduler.events          2",
            "written by this demo                3",
            "on these topics in all              5");
  }
}
