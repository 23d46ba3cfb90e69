package io.weirworks.scheduler.workflowinstance;

import static io.weirworks.scheduler.workflowinstance.Steered.assignment;
import static io.weirworks.scheduler.workflowinstance.Steered.branch;
import static io.weirworks.scheduler.workflowinstance.Steered.hub;
import static io.weirworks.scheduler.workflowinstance.Steered.join;
import static io.weirworks.scheduler.workflowinstance.Steered.line;
import static io.weirworks.scheduler.workflowinstance.Steered.run;
import static io.weirworks.scheduler.workflowinstance.Steered.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Join.End;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branch, join and values handed on: rows 26, 27, 31 and 32 of dataworks-semantics 14. */
class ControlFlowTest {

  private static World manual(Steered... nodes) {
    return World.manual(
        Definitions.graph(Arrays.stream(nodes).map(Steered::node).toArray(NodeDefinition[]::new)));
  }

  /** Row 26: two arms, the first holds; behind the second all is dry-run up to the join. */
  private static World twoArms(String condition, Set<End> accepted) {
    return manual(
        branch("pick", condition, "w.one", "True", "w.two"),
        run("one").onArm("pick", "w.one"),
        run("two").onArm("pick", "w.two"),
        run("below").after("two"),
        run("deeper").after("below"),
        join("meet", accepted, "one", "below"),
        run("after").after("meet"));
  }

  private static NodeState unchosen() {
    return new NodeState.Success(Completion.UNCHOSEN);
  }

  @Test
  void armThatIsNotChosenIsDryRunDownToTheJoin() {
    // given
    World world = twoArms("1 == 1", Set.of(End.SUCCESS, End.NOT_RUN));
    assertThat(world.dispatched()).containsExactly("one");
    assertThat(world.node("two").state()).isEqualTo(unchosen());
    assertThat(world.node("below").state()).isEqualTo(unchosen());
    assertThat(world.node("deeper").state()).isEqualTo(unchosen());
    assertThat(world.events(world.nodeId("deeper")))
        .last()
        .isInstanceOfSatisfying(
            NodeInstanceSucceeded.class, event -> assertThat(event.dryRun()).isTrue());
    // when
    world.succeed("one");
    // then
    assertThat(world.node("meet").state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
    assertThat(world.dispatched()).containsExactly("one", "after");
    world.succeed("after");
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  @Test
  void joinThatRequiresSuccessFailsOnAnArmThatWasLeftOut() {
    // given
    World world = twoArms("1 == 1", Set.of(End.SUCCESS));
    // when
    world.succeed("one");
    // then
    assertThat(world.node("meet").state())
        .isInstanceOfSatisfying(
            NodeState.Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("JoinNotSatisfied");
              assertThat(failure.message()).contains("below (below) ended as NOT_RUN");
            });
    assertThat(world.dispatched()).containsExactly("one");
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.FAILURE);
  }

  /** Row 27. */
  @Test
  void conditionWithAStringWithoutQuotesFailsTheBranchWithTheMessage() {
    // when
    World world = twoArms("hz == 'hz'", Set.of(End.SUCCESS));
    // then
    assertThat(world.node("pick").state())
        .isEqualTo(
            new NodeState.Failure(
                "InvalidCondition",
                "The condition hz == 'hz' cannot be evaluated: name 'hz' is not defined; a text"
                    + " stands in quotes: 'hz'."));
    assertThat(world.dispatched()).isEmpty();
  }

  @Test
  void anyUpstreamThatIsLeftOutLeavesANodeOutUnlessItIgnoresThat() {
    // when
    World world =
        manual(
            branch("pick", "True", "w.one", "True", "w.two"),
            run("both").onArm("pick", "w.two").after("other"),
            run("whole").after("pick"),
            run("stubborn").onArm("pick", "w.two").ignoringSkip(),
            virtual("other"));
    // then
    assertThat(world.node("both").state()).isEqualTo(unchosen());
    assertThat(world.dispatched()).containsExactlyInAnyOrder("whole", "stubborn");
  }

  @Test
  void branchThatIsItselfDryRunLeavesNothingOut() {
    // given
    NodeDefinition branch = branch("pick", "False", "w.one").node();
    NodeDefinition dry =
        new NodeDefinition(
            branch.id(),
            NodeWork.DRY_RUN,
            branch.rerun(),
            branch.timeout(),
            branch.parameters(),
            branch.upstreams(),
            branch.code(),
            branch.steering());
    // when
    World world = World.manual(Definitions.graph(dry, run("one").onArm("pick", "w.one").node()));
    // then
    assertThat(world.dispatched()).containsExactly("one");
  }

  /** 13 row 11: an arm that will be retried has not ended. */
  @Test
  void joinWaitsUntilNoRetriesOfItsArmsAreLeft() {
    // given
    RerunPolicy once = new RerunPolicy(RerunMode.ALLOWED, 1, Duration.ofMinutes(2));
    World world =
        manual(
            run("a").rerun(once),
            run("b"),
            join("meet", Set.of(End.SUCCESS, End.FAILURE), "a", "b"),
            run("after").after("meet"));
    world.succeed("b");
    // when
    world.fail("a", RunFact.Cause.ERROR);
    // then
    assertThat(world.node("meet").state()).isEqualTo(new NodeState.NotRun(1));
    // when
    world.fire("a");
    world.fail("a", RunFact.Cause.ERROR);
    // then
    assertThat(world.node("meet").state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
    assertThat(world.dispatched()).endsWith("after");
  }

  @Test
  void cancelledArmIsAFailureToTheJoin() {
    // given
    World world = manual(run("a"), run("b"), join("meet", Set.of(End.FAILURE), "a", "b"));
    // when
    world.fail("a", RunFact.Cause.TIMEOUT);
    world.send("b", new NodeInstanceCommand.Cancel("no"));
    world.report("b", new RunFact.Cancelled(1, 1, null, world.now));
    // then
    assertThat(world.node("meet").state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
  }

  @Test
  void joinIsNotSatisfiedByArmsThatEndBecauseAllIsCancelled() {
    // given
    World world =
        manual(run("a"), join("meet", Set.of(End.FAILURE), "a"), run("after").after("meet"));
    // when
    world.stop();
    world.report("a", new RunFact.Cancelled(1, 1, null, world.now));
    // then
    assertThat(world.node("meet").state()).isEqualTo(new NodeState.Cancelled("stop"));
    assertThat(world.dispatched()).containsExactly("a");
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.CANCELLED);
  }

  @Test
  void joinWaitsForAnArmThatIsBlocked() {
    // given
    World world =
        manual(run("a"), run("behind").after("a"), join("meet", Set.of(End.FAILURE), "behind"));
    // when
    world.fail("a", RunFact.Cause.ERROR);
    // then
    assertThat(world.node("meet").state()).isEqualTo(new NodeState.NotRun(1));
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.FAILURE);
  }

  @Test
  void directDownstreamReadsTheValueOfAnAssignment() {
    // given
    World world =
        manual(
            assignment("cities", OutputRule.LINE),
            run("use").bound("p", "cities", "outputs").code("echo ${p} ${p[1]}"),
            branch("pick", "'${c}' == 'a,b,c'", "w.one").bound("c", "cities", "outputs"),
            run("one").onArm("pick", "w.one"));
    // when
    world.succeed(world.nodeId("cities"), line("a", "b,c"));
    // then
    assertThat(world.code()).contains("echo a,b,c b,c");
    assertThat(world.dispatched()).containsExactlyInAnyOrder("cities", "use", "one");
  }

  /** Row 31. */
  @ParameterizedTest
  @CsvSource({
    "LINE, 'OutPut Result is null, cannot handle!'",
    "ROWS, 'find no select sql in sql assignment!'"
  })
  void assignmentWithoutValueFailsWithTheDocumentedText(OutputRule rule, String text) {
    // given
    World world = manual(assignment("a", rule), run("b").bound("p", "a", "outputs"));
    // when
    world.succeed("a");
    // then
    assertThat(world.node("a").state()).isEqualTo(new NodeState.Failure("OutputMissing", text));
    assertThat(world.dispatched()).containsExactly("a");
  }

  /** Row 31: 2 MB + 1 byte. */
  @Test
  void assignmentAboveTwoMegabytesFails() {
    // given
    World world = manual(assignment("a", OutputRule.LINE));
    // when
    world.succeed(world.nodeId("a"), new RunOutput(new OutputValue.Elements(List.of("x")), true));
    // then
    assertThat(world.node("a").state())
        .isEqualTo(
            new NodeState.Failure(
                "OutputTooLarge", "The output value is above 2 MB, which is the most."));
  }

  @Test
  void assignmentThatGaveNothingIsRerunLikeAnyFailure() {
    // given
    RerunPolicy once = new RerunPolicy(RerunMode.ALLOWED, 1, Duration.ofMinutes(2));
    World world = manual(assignment("a", OutputRule.LINE).rerun(once));
    // when
    world.succeed("a");
    world.fire("a");
    world.succeed(world.nodeId("a"), line("x"));
    // then
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  /** Row 32: PassThrough of a parameter node makes the value readable further down. */
  @Test
  void parameterNodeHandsAValueOnToDistantNodes() {
    // given
    World world =
        manual(
            assignment("a", OutputRule.LINE),
            hub("hub", "outputs").bound("outputs", "a", "outputs"),
            run("far").bound("p", "hub", "outputs").code("echo ${p[0]}"));
    // when
    world.succeed(world.nodeId("a"), line("x", "y"));
    // then
    assertThat(world.code()).containsExactly("", "echo x");
  }

  @Test
  void valueThatIsNotThereFailsTheNodeThatReadsIt() {
    // given
    NodeDefinition cities = assignment("cities", OutputRule.OPTIONAL).node();
    World world =
        World.manual(Definitions.graph(cities, run("use").bound("p", "cities", "outputs").node()));
    // when
    world.succeed("cities");
    // then
    assertThat(world.node("use").state())
        .isInstanceOfSatisfying(
            NodeState.Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("InputMissing");
              assertThat(failure.message()).contains("p is bound to outputs of node cities");
            });
  }
}
