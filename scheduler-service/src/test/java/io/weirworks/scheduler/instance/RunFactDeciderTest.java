package io.weirworks.scheduler.instance;

import static io.weirworks.scheduler.instance.Fixture.LATER;
import static io.weirworks.scheduler.instance.Fixture.NOW;
import static io.weirworks.scheduler.instance.Fixture.THREE;
import static io.weirworks.scheduler.instance.Fixture.VALUES;
import static io.weirworks.scheduler.instance.Fixture.after;
import static io.weirworks.scheduler.instance.Fixture.dispatched;
import static io.weirworks.scheduler.instance.Fixture.events;
import static io.weirworks.scheduler.instance.Fixture.failed;
import static io.weirworks.scheduler.instance.Fixture.plan;
import static io.weirworks.scheduler.instance.Fixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.instance.NodeInstanceEvent.DispatchRepeated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceRerunScheduled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeRunFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RetriesExhausted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunConfirmed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunObserved;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunQueued;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunUnconfirmed;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the executor tells, once and again, before and after a cancellation. */
class RunFactDeciderTest {

  @Test
  void aRunIsQueuedStartedAndSucceeds() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance dispatched = dispatched(plan);
    // when
    NodeInstance queued =
        after(dispatched, events(dispatched, plan, report(new RunFact.Queued(1, 1))));
    List<NodeInstanceEvent> started = events(queued, plan, report(new RunFact.Started(1, 2, NOW)));
    NodeInstance running = after(queued, started);
    List<NodeInstanceEvent> succeeded =
        events(running, plan, report(new RunFact.Succeeded(1, 3, null, LATER)));
    // then
    assertThat(queued.state()).isEqualTo(new NodeState.WaitResource(NOW, true));
    assertThat(started)
        .containsExactly(new NodeInstanceStarted(1, 2, NOW, NOW.plus(Duration.ofHours(4))));
    assertThat(succeeded)
        .containsExactly(new NodeInstanceSucceeded(1, 3, false, NOW, LATER, Completion.PLAIN));
    assertThat(after(running, succeeded).state())
        .isEqualTo(new NodeState.Success(Completion.PLAIN));
    assertThat(after(running, succeeded).sequence()).isEqualTo(4);
  }

  @Test
  void aRunThatEndsBeforeItsStartWasReportedNeedsNoStart() {
    NodeInstancePlan plan = plan(NodeWork.RUN);
    assertThat(events(dispatched(plan), plan, report(new RunFact.Succeeded(1, 1, NOW, LATER))))
        .containsExactly(new NodeInstanceSucceeded(1, 1, false, NOW, LATER, Completion.PLAIN));
  }

  @Test
  void staleAndRepeatedFactsChangeNothing() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance dispatched = dispatched(plan);
    NodeInstance running =
        after(dispatched, events(dispatched, plan, report(new RunFact.Started(1, 5, NOW))));
    NodeInstance done =
        after(running, events(running, plan, report(new RunFact.Succeeded(1, 6, null, LATER))));
    // then
    assertThat(events(running, plan, report(new RunFact.Queued(1, 4)))).isEmpty();
    assertThat(events(running, plan, report(new RunFact.Started(1, 5, NOW)))).isEmpty();
    assertThat(events(running, plan, report(new RunFact.Succeeded(0, 9, null, LATER)))).isEmpty();
    assertThat(events(running, plan, report(new RunFact.Succeeded(2, 9, null, LATER)))).isEmpty();
    assertThat(events(running, plan, report(new RunFact.Queued(1, 6))))
        .containsExactly(new RunObserved(6));
    assertThat(events(done, plan, report(failed(1, 7, RunFact.Cause.ERROR)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RunFact.Cause.class,
      names = {"ERROR", "LOST"})
  void threeRerunsAreFourRunsToldEachAndTheirExhaustionIsToldOnce(RunFact.Cause cause) {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance node = dispatched(plan);
    // when
    for (int attempt = 1; attempt <= 3; attempt++) {
      List<NodeInstanceEvent> events = events(node, plan, report(failed(attempt, 1, cause)));
      assertThat(events)
          .containsExactly(
              new NodeRunFailed(attempt, 1, "E", "m", 1),
              new NodeInstanceRerunScheduled(attempt, 1, "E", "m", NOW.plus(THREE.interval())));
      node = after(node, events);
      Instant due = NOW.plus(THREE.interval());
      node =
          after(node, events(node, plan, new NodeInstanceCommand.FireTimer(Timer.Kind.RERUN), due));
      assertThat(node.attempt()).isEqualTo(attempt + 1);
    }
    // then
    assertThat(events(node, plan, report(failed(4, 1, cause))))
        .containsExactly(
            new NodeRunFailed(4, 1, "E", "m", 1),
            new RetriesExhausted(4, 4, "E", "m"),
            new NodeInstanceFailed(4, 1, "E", "m", 1, null, LATER));
  }

  /** Row 22. */
  @Test
  void aNodeThatDeniesRerunsIsNotRerunAndExhaustsNothing() {
    // given
    RerunPolicy denied = new RerunPolicy(RerunMode.DENIED, 3, THREE.interval());
    NodeInstancePlan plan = plan(NodeWork.RUN, denied, "dt=$bizdate", null);
    // then
    assertThat(events(dispatched(plan), plan, report(failed(1, 1, RunFact.Cause.ERROR))))
        .containsExactly(
            new NodeRunFailed(1, 1, "E", "m", 1),
            new NodeInstanceFailed(1, 1, "E", "m", 1, null, LATER));
  }

  @Test
  void neitherTimeoutNorKillNorRefusalIsRerun() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance node = dispatched(plan);
    // then
    assertThat(events(node, plan, report(failed(1, 1, RunFact.Cause.TIMEOUT))))
        .containsExactly(
            new NodeRunFailed(1, 1, "E", "m", 1),
            new NodeInstanceFailed(1, 1, "E", "m", 1, null, LATER));
    assertThat(events(node, plan, report(new RunFact.Cancelled(1, 1, null, LATER))))
        .containsExactly(new NodeInstanceCancelled(1, 1, null, null, LATER));
    assertThat(events(node, plan, report(new RunFact.Refused(1, 1, "NoSuchResource", "m"))))
        .singleElement()
        .isInstanceOfSatisfying(
            NodeInstanceFailed.class, it -> assertThat(it.code()).isEqualTo("NoSuchResource"));
  }

  @Test
  void notYetKnownMeansSendAgainAndIsNoFailedAttempt() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance node = dispatched(plan);
    // when
    List<NodeInstanceEvent> events =
        events(node, plan, report(new RunFact.Refused(1, 1, "NotYetKnown", "m")));
    // then
    assertThat(events).containsExactly(new DispatchRepeated(1, VALUES, Inputs.NONE));
    assertThat(after(node, events).attempt()).isOne();
    assertThat(after(node, events).state()).isInstanceOf(NodeState.WaitResource.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterCancelNothingStartsNothingIsRerunAndSuccessIsStillSuccess(boolean started) {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance node = dispatched(plan);
    if (started) {
      node = after(node, events(node, plan, report(new RunFact.Started(1, 1, NOW))));
    }
    NodeInstance cancelling = after(node, events(node, plan, new NodeInstanceCommand.Cancel(null)));
    // then
    assertThat(events(cancelling, plan, report(new RunFact.Started(1, 2, NOW))))
        .containsExactly(new RunObserved(2));
    assertThat(events(cancelling, plan, report(failed(1, 2, RunFact.Cause.ERROR))))
        .singleElement()
        .isInstanceOf(NodeInstanceCancelled.class);
    assertThat(events(cancelling, plan, report(new RunFact.Refused(1, 2, "NotYetKnown", "m"))))
        .singleElement()
        .isInstanceOf(NodeInstanceCancelled.class);
    assertThat(events(cancelling, plan, report(new RunFact.Succeeded(1, 2, null, LATER))))
        .singleElement()
        .isInstanceOf(NodeInstanceSucceeded.class);
    assertThat(cancelling.state().status())
        .isEqualTo(started ? InstanceStatus.RUNNING : InstanceStatus.WAIT_RESOURCE);
  }

  @Test
  void aStaleRerunTimerAfterCancelStartsNothing() {
    // given (R17)
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance dispatched = dispatched(plan);
    NodeInstance rerun =
        after(dispatched, events(dispatched, plan, report(failed(1, 1, RunFact.Cause.ERROR))));
    NodeInstance cancelled =
        after(rerun, events(rerun, plan, new NodeInstanceCommand.Cancel(null)));
    // then
    assertThat(cancelled.state().timer()).isEmpty();
    assertThat(
            events(
                cancelled,
                plan,
                new NodeInstanceCommand.FireTimer(Timer.Kind.RERUN),
                NOW.plus(Duration.ofDays(1))))
        .isEmpty();
  }

  @Test
  void aSilentHolderIsUnconfirmedUntilASignOfLifeOrTheEnd() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance dispatched = dispatched(plan);
    NodeInstance running =
        after(dispatched, events(dispatched, plan, report(new RunFact.Started(1, 1, NOW))));
    // when
    List<NodeInstanceEvent> silent = events(running, plan, report(new RunFact.Unconfirmed(1, 2)));
    NodeInstance unconfirmed = after(running, silent);
    List<NodeInstanceEvent> sign =
        events(unconfirmed, plan, report(new RunFact.Started(1, 3, NOW)));
    // then: its start is not told twice
    assertThat(silent).containsExactly(new RunUnconfirmed(2));
    assertThat(unconfirmed.state().waitsFor(NOW))
        .contains(new Wait(WaitReason.RUN_UNCONFIRMED, null));
    assertThat(unconfirmed.state().status()).isEqualTo(InstanceStatus.RUNNING);
    assertThat(sign).containsExactly(new RunConfirmed(3));
    assertThat(after(unconfirmed, sign).state()).isEqualTo(running.state());
    assertThat(events(unconfirmed, plan, report(new RunFact.Succeeded(1, 3, null, LATER))))
        .containsExactly(new NodeInstanceSucceeded(1, 3, false, NOW, LATER, Completion.PLAIN));
  }

  @Test
  void aRunThatWasClaimedButNeverStartedMayBeQueuedOrStartedAfterSilence() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance dispatched = dispatched(plan);
    NodeInstance unconfirmed =
        after(dispatched, events(dispatched, plan, report(new RunFact.Unconfirmed(1, 2))));
    // then
    assertThat(events(unconfirmed, plan, report(new RunFact.Queued(1, 3))))
        .containsExactly(new RunQueued(3));
    assertThat(after(unconfirmed, List.of(new RunQueued(3))).state())
        .isEqualTo(new NodeState.WaitResource(NOW, true));
    assertThat(events(unconfirmed, plan, report(new RunFact.Started(1, 3, NOW))))
        .singleElement()
        .isInstanceOf(NodeInstanceStarted.class);
  }
}
