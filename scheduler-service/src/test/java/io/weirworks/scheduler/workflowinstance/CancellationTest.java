package io.weirworks.scheduler.workflowinstance;

import static io.weirworks.scheduler.workflowinstance.Definitions.graph;
import static io.weirworks.scheduler.workflowinstance.Definitions.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.instance.InstanceStatus;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.RunFact;
import org.junit.jupiter.api.Test;

/** What cancel does at each level (see the package). */
class CancellationTest {

  @Test
  void cancellingANodeStopsItsRunAndLeavesItsDownstreamNotRun() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a")));
    // when
    world.send("a", new NodeInstanceCommand.Cancel("typo"));
    assertThat(world.stopped).containsExactly(world.node("a").runId());
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.RUNNING);
    world.report("a", new RunFact.Cancelled(1, 1, null, world.now));
    // then
    assertThat(world.node("a").state()).isEqualTo(new NodeState.Cancelled("typo"));
    assertThat(world.node("b").state().status()).isEqualTo(InstanceStatus.NOT_RUN);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.FAILURE);
    // and a blocked node may still be cancelled by itself, without a second end
    assertThat(world.send("b", new NodeInstanceCommand.Cancel(null))).isEmpty();
    assertThat(world.flow().counts()).isEqualTo(new NodeCounts(0, 0, 0, 0, 0, 2));
    assertThat(world.flow().sequence()).isEqualTo(2);
  }

  @Test
  void stoppingTheWorkflowInstanceCancelsEveryNodeThatHasNotEnded() {
    // given
    World world = World.manual(graph(run("a"), run("b"), run("c", "b")));
    world.succeed("a");
    // when
    world.stop();
    assertThat(world.node("c").state()).isEqualTo(new NodeState.Cancelled("stop"));
    assertThat(world.flow().state()).isEqualTo(new WorkflowInstanceState.Cancelling("stop"));
    world.stop();
    world.report("b", new RunFact.Cancelled(1, 1, null, world.now));
    // then
    assertThat(world.flow().state())
        .isEqualTo(new WorkflowInstanceState.Ended(FlowStatus.CANCELLED));
    assertThat(world.flow().counts()).isEqualTo(new NodeCounts(0, 0, 0, 1, 0, 2));
    assertThat(world.stop()).map(Rejection::code).contains(RejectionCode.OPERATION_DENIED);
  }

  @Test
  void aRunThatSucceedsBeforeTheStopReachesItCountsAndReleasesNothingCancelled() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a")));
    world.stop();
    // when
    world.succeed("a");
    // then
    assertThat(world.dispatched()).containsExactly("a");
    assertThat(world.flow().counts()).isEqualTo(new NodeCounts(0, 0, 0, 1, 0, 1));
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.CANCELLED);
  }

  @Test
  void unknownInstancesAreNotFound() {
    // given
    World nothing = new World(graph(run("a")), 1000, null);
    World world = World.manual(graph(run("a")));
    // then
    assertThat(nothing.stop()).map(Rejection::code).contains(RejectionCode.NOT_FOUND);
    assertThat(nothing.send("a", new NodeInstanceCommand.Cancel(null)))
        .map(Rejection::code)
        .contains(RejectionCode.NOT_FOUND);
    assertThat(world.send("ghost", new NodeInstanceCommand.Cancel(null)))
        .map(Rejection::code)
        .contains(RejectionCode.NOT_FOUND);
  }
}
