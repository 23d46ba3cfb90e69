package io.weirworks.standalone.follow;

import static io.weirworks.standalone.follow.States.backfill;
import static io.weirworks.standalone.follow.States.instance;
import static io.weirworks.standalone.follow.States.node;
import static io.weirworks.standalone.follow.States.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowProgressTest {

  @Test
  void onlyWhatBelongsToTheFlowIsTaken() {
    // given
    FlowProgress progress = new FlowProgress("i1");
    // then
    assertThat(progress.take(instance("i1", FlowStatus.RUNNING))).isTrue();
    assertThat(progress.take(node("i1", "a", InstanceStatus.RUNNING))).isTrue();
    assertThat(progress.take(instance("i2", FlowStatus.RUNNING))).isFalse();
    assertThat(progress.take(node("i2", "a", InstanceStatus.RUNNING))).isFalse();
    assertThat(progress.take(backfill("b1", FlowStatus.RUNNING))).isFalse();
    assertThat(progress.instances()).hasSize(1);
    assertThat(progress.nodesOf(instance("i1", FlowStatus.RUNNING))).hasSize(1);
  }

  @Test
  void sameStateAgainIsNoChange() {
    // given
    FlowProgress progress = new FlowProgress("i1");
    progress.take(node("i1", "a", InstanceStatus.RUNNING));
    // then
    assertThat(progress.take(node("i1", "a", InstanceStatus.RUNNING))).isFalse();
    assertThat(progress.take(node("i1", "a", InstanceStatus.SUCCESS))).isTrue();
  }

  @ParameterizedTest(name = "{0}: ended {1}")
  @CsvSource({
    "RUNNING, false",
    "UNKNOWN, false",
    "SUCCESS, true",
    "FAILURE, true",
    "CANCELLED, true"
  })
  void flowEndsWithItsRoot(FlowStatus status, boolean ended) {
    // given
    FlowProgress progress = new FlowProgress("i1");
    assertThat(progress.ended()).isFalse();
    // when
    progress.take(instance("i1", status));
    // then
    assertThat(progress.ended()).isEqualTo(ended);
  }

  @Test
  void endedFlowIsCompleteOnceEachNodeWasToldToItsEnd() {
    // given
    FlowProgress progress = new FlowProgress("i1");
    progress.take(instance("i1", FlowStatus.SUCCESS));
    progress.take(node("i1", "a", InstanceStatus.SUCCESS));
    progress.take(node("i1", "b", InstanceStatus.RUNNING));
    assertThat(progress.complete()).isFalse();
    // when
    progress.take(node("i1", "b", InstanceStatus.SUCCESS));
    // then
    assertThat(progress.complete()).isTrue();
  }

  @Test
  void endedBackfillIsCompleteOnceEachDateThatRanWasToldToItsEnd() {
    // given a backfill of which one of two dates is counted as succeeded
    FlowProgress progress = new FlowProgress("b1");
    progress.take(backfill("b1", FlowStatus.CANCELLED));
    assertThat(progress.complete()).isFalse();
    // when
    progress.take(of("b1", "2001-01-01", instance("i1", FlowStatus.SUCCESS)));
    assertThat(progress.complete()).isFalse();
    progress.take(of("b1", "2001-01-01", node("i1", "a", InstanceStatus.SUCCESS)));
    progress.take(of("b1", "2001-01-01", node("i1", "b", InstanceStatus.SUCCESS)));
    // then
    assertThat(progress.complete()).isTrue();
  }

  @Test
  void backfillHasTheStatusOfItsOwnAndItsInstancesByDate() {
    // given
    FlowProgress progress = new FlowProgress("b1");
    progress.take(of("b1", "2001-01-02", instance("i2", FlowStatus.RUNNING)));
    progress.take(of("b1", "2001-01-01", instance("i1", FlowStatus.SUCCESS)));
    assertThat(progress.status()).isEmpty();
    // when
    progress.take(backfill("b1", FlowStatus.RUNNING));
    // then
    assertThat(progress.status()).contains(FlowStatus.RUNNING);
    assertThat(progress.instances()).extracting("workflowInstanceId").containsExactly("i1", "i2");
  }
}
