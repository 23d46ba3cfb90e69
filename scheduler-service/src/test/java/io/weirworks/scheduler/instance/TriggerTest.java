package io.weirworks.scheduler.instance;

import static io.weirworks.scheduler.instance.Fixture.NOW;
import static io.weirworks.scheduler.instance.Fixture.after;
import static io.weirworks.scheduler.instance.Fixture.events;
import static io.weirworks.scheduler.instance.Fixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.SignalAwaited;
import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 33: an HTTP trigger node and its signal (dataworks-semantics 4.8). */
class TriggerTest {

  private static NodeInstancePlan plan(NodeWork work, boolean scheduled, Optional<Signal> signal) {
    Steering steering =
        new Steering(
            new Control.AwaitSignal(),
            OutputRule.NONE,
            List.of(),
            List.of(),
            Map.of(),
            false,
            null);
    return new NodeInstancePlan(
        new NodeDefinition(
            Fixture.NODE,
            work,
            RerunPolicy.NONE,
            Duration.ofHours(4),
            ParameterDefinitions.none(),
            List.of(),
            "",
            steering),
        List.of(),
        Map.of(),
        EvaluationContext.of(NOW, ZoneOffset.UTC, NOW, null),
        null,
        scheduled,
        new Around(signal, AwaitedInstances.NONE));
  }

  private static NodeInstance started(NodeInstancePlan plan) {
    return after(waiting(0), events(waiting(0), plan, new NodeInstanceCommand.Start()));
  }

  @ParameterizedTest
  @CsvSource({"PT-3H, true", "PT-24H, true", "PT-25H, false"})
  void earlySignalIsUsedForADay(Duration early, boolean used) {
    // given
    Signal signal = new Signal(NOW.plus(early));
    NodeInstancePlan plan = plan(NodeWork.CONTROL, true, Optional.of(signal));
    // when
    List<NodeInstanceEvent> events = events(waiting(0), plan, new NodeInstanceCommand.Start());
    // then
    assertThat(events)
        .singleElement()
        .isInstanceOf(used ? NodeInstanceSucceeded.class : SignalAwaited.class);
  }

  @Test
  void instanceOfTheScheduleWaitsForItsSignalAndSaysSo() {
    // given
    NodeInstance node = started(plan(NodeWork.CONTROL, true, Optional.empty()));
    // then
    assertThat(node.state()).isEqualTo(new NodeState.WaitSignal(NOW));
    assertThat(node.state().waitsFor(NOW)).contains(new Wait(WaitReason.SIGNAL, null));
    // when
    NodeInstancePlan plan = plan(NodeWork.CONTROL, true, Optional.empty());
    List<NodeInstanceEvent> events = events(node, plan, new NodeInstanceCommand.ReceiveSignal());
    // then
    assertThat(after(node, events).state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
    assertThat(events(after(node, events), plan, new NodeInstanceCommand.ReceiveSignal()))
        .isEmpty();
  }

  @Test
  void instanceThatNoScheduleMadeDoesNotWait() {
    assertThat(started(plan(NodeWork.CONTROL, false, Optional.empty())).state())
        .isEqualTo(new NodeState.Success(Completion.PLAIN));
  }

  @Test
  void frozenTriggerFailsWhateverItsSignal() {
    // given
    NodeInstancePlan plan = plan(NodeWork.FROZEN, true, Optional.of(new Signal(NOW)));
    // when, then
    assertThat(events(waiting(0), plan, new NodeInstanceCommand.Start()))
        .singleElement()
        .isInstanceOf(NodeInstanceFailed.class);
  }

  @Test
  void waitForASignalCanBeCancelled() {
    // given
    NodeInstancePlan plan = plan(NodeWork.CONTROL, true, Optional.empty());
    NodeInstance node = started(plan);
    // when
    NodeInstance after = after(node, events(node, plan, new NodeInstanceCommand.Cancel("no")));
    // then
    assertThat(after.state()).isEqualTo(new NodeState.Cancelled("no"));
  }
}
