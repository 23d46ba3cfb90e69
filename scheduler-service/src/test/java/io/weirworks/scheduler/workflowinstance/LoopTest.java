package io.weirworks.scheduler.workflowinstance;

import static io.weirworks.scheduler.workflowinstance.Steered.assignment;
import static io.weirworks.scheduler.workflowinstance.Steered.doWhile;
import static io.weirworks.scheduler.workflowinstance.Steered.forEach;
import static io.weirworks.scheduler.workflowinstance.Steered.line;
import static io.weirworks.scheduler.workflowinstance.Steered.run;
import static io.weirworks.scheduler.workflowinstance.Steered.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 28 to 30 of dataworks-semantics 14. */
class LoopTest {

  private static final RerunPolicy ONCE =
      new RerunPolicy(RerunMode.ALLOWED, 1, Duration.ofMinutes(2));

  private static World manual(Steered... nodes) {
    return World.manual(
        Definitions.graph(Arrays.stream(nodes).map(Steered::node).toArray(NodeDefinition[]::new)));
  }

  private static World doWhileLoop(int max, RerunPolicy rerun) {
    return manual(
        doWhile("loop", max, "end").rerun(rerun),
        virtual("start").inside("loop"),
        run("body").inside("loop").after("start").code("echo ${dag.loopTimes} ${dag.offset}"),
        assignment("end", OutputRule.TRUTH).inside("loop").after("body"),
        run("after").after("loop"));
  }

  private static void turn(World world, int round, int number, String said) {
    world.succeed(world.inner("body", round, number), line("x"));
    world.succeed(world.inner("end", round, number), line(said));
  }

  @Test
  void doWhileGoesRoundWhileEndSaysTrue() {
    // given
    World world = doWhileLoop(128, RerunPolicy.NONE);
    // when
    turn(world, 1, 1, "True");
    turn(world, 1, 2, "True");
    turn(world, 1, 3, "False");
    // then
    assertThat(world.node("loop").state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
    assertThat(world.code()).containsExactly("echo 1 0", "", "echo 2 1", "", "echo 3 2", "", "");
    assertThat(world.dispatched()).endsWith("after");
    assertThat(world.flow().counts().total()).isEqualTo(2);
  }

  /** Row 28: END says True once too often. */
  @ParameterizedTest
  @ValueSource(ints = {128, 3})
  void doWhileBeyondItsLimitFails(int max) {
    // given
    World world = doWhileLoop(max, ONCE);
    // when
    IntStream.rangeClosed(1, max).forEach(number -> turn(world, 1, number, "True"));
    // then
    assertThat(world.node("loop").state())
        .isEqualTo(
            new NodeState.Failure(
                "LoopLimitExceeded",
                "END said True after loop " + max + ", which is the last that is allowed."));
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.FAILURE);
  }

  /** Row 28. */
  @ParameterizedTest
  @ValueSource(strings = {"true", "1", ""})
  void endThatSaysNeitherTrueNorFalseFailsTheLoop(String said) {
    // given
    World world = doWhileLoop(128, RerunPolicy.NONE);
    // when
    turn(world, 1, 1, said);
    // then
    assertThat(world.instance(world.inner("end", 1, 1)).state())
        .isInstanceOfSatisfying(
            NodeState.Failure.class,
            failure -> assertThat(failure.code()).isEqualTo("InvalidLoopCondition"));
    assertThat(world.node("loop").state())
        .isInstanceOfSatisfying(
            NodeState.Failure.class,
            failure ->
                assertThat(failure.message())
                    .startsWith("Loop 1 failed.")
                    .contains("must be True or False"));
  }

  private static World forEachLoop(int elements, int max, int parallelism, RerunPolicy rerun) {
    World world =
        manual(
            assignment("list", OutputRule.LINE),
            forEach("loop", max, parallelism, "end")
                .bound("loopDataArray", "list", "outputs")
                .rerun(rerun),
            virtual("start").inside("loop"),
            run("body").inside("loop").after("start").code("${dag.foreach.current}"),
            virtual("end").inside("loop").after("body"));
    world.succeed(
        world.nodeId("list"),
        line(IntStream.range(0, elements).mapToObj(i -> "e" + i).toArray(String[]::new)));
    return world;
  }

  private static void end(World world, int number) {
    world.succeed(world.inner("body", 1, number), line("x"));
  }

  private static Stream<NodeInstance> open(World world) {
    return world.nodes.values().stream()
        .filter(node -> node.iteration() != null && node.state().isOpen());
  }

  /** Row 29: 130 elements, at most 128. */
  @Test
  void elementsBeyondTheMaximumAreNotLookedAt() {
    // given
    World world = forEachLoop(130, 128, 5, RerunPolicy.NONE);
    // when
    for (int number = 1; number <= 128; number++) {
      assertThat(open(world).count()).isEqualTo(Math.min(5, 129 - number));
      end(world, number);
    }
    // then
    assertThat(world.node("loop").state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
    assertThat(world.code())
        .hasSize(129)
        .endsWith("e127")
        .containsAll(IntStream.range(0, 128).mapToObj(i -> "e" + i).toList());
  }

  /** Row 29: the third fails, the others finish, the node fails. */
  @Test
  void failureOfAParallelLoopDoesNotStopTheOthers() {
    // given
    World world = forEachLoop(7, 128, 5, RerunPolicy.NONE);
    // when
    world.fail(world.inner("body", 1, 3), RunFact.Cause.ERROR);
    Stream.of(1, 2, 4, 5, 6, 7).forEach(number -> end(world, number));
    // then
    assertThat(world.node("loop").state())
        .isEqualTo(new NodeState.Failure("LoopFailed", "Loop 3 failed."));
    assertThat(open(world)).isEmpty();
  }

  @Test
  void failureOfASerialLoopStopsTheNode() {
    // given
    World world = forEachLoop(5, 128, 1, RerunPolicy.NONE);
    // when
    end(world, 1);
    world.fail(world.inner("body", 1, 2), RunFact.Cause.ERROR);
    // then
    assertThat(world.node("loop").state()).isInstanceOf(NodeState.Failure.class);
    assertThat(world.code()).containsExactly("", "e0", "e1");
  }

  /** Row 30: an automatic rerun goes on at the failed loop. */
  @Test
  void automaticRerunGoesOnAtTheFailedLoop() {
    // given
    World world = forEachLoop(3, 128, 1, ONCE);
    end(world, 1);
    world.fail(world.inner("body", 1, 2), RunFact.Cause.ERROR);
    assertThat(world.node("loop").state()).isInstanceOf(NodeState.WaitRerun.class);
    // when
    world.fire("loop");
    world.succeed(world.inner("body", 2, 2), line("x"));
    world.succeed(world.inner("body", 2, 3), line("x"));
    // then
    assertThat(world.code()).containsExactly("", "e0", "e1", "e1", "e2");
    assertThat(world.node("loop").state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
  }

  /** Row 30. */
  @Test
  void manualRerunOfALoopBeginsAtTheFirst() {
    // given
    World world = forEachLoop(3, 128, 1, RerunPolicy.NONE);
    end(world, 1);
    world.fail(world.inner("body", 1, 2), RunFact.Cause.ERROR);
    // when
    world.rerun("loop", Downstream.NONE);
    // then
    assertThat(world.code()).containsExactly("", "e0", "e1", "e0");
    assertThat(world.nodes).containsKey(world.inner("body", 2, 1));
  }

  @Test
  void cancelledLoopEndsWhenWhatRunsInsideItHasEnded() {
    // given
    World world = forEachLoop(9, 128, 2, ONCE);
    // when
    world.send("loop", new NodeInstanceCommand.Cancel("enough"));
    // then
    assertThat(world.stopped).hasSize(2);
    assertThat(world.node("loop").state()).isInstanceOf(NodeState.Looping.class);
    // when
    world.report(world.inner("body", 1, 1), new RunFact.Cancelled(1, 1, null, world.now));
    end(world, 2);
    // then
    assertThat(world.node("loop").state()).isEqualTo(new NodeState.Cancelled("enough"));
    assertThat(world.instance(world.inner("end", 1, 2)).state())
        .isEqualTo(new NodeState.Cancelled("enough"));
    assertThat(world.code()).containsExactly("", "e0", "e1");
  }

  @Test
  void loopBeyondItsTimeoutFailsWithoutRerun() {
    // given
    World world = forEachLoop(9, 128, 1, ONCE);
    // when
    world.fire("loop");
    world.report(world.inner("body", 1, 1), new RunFact.Cancelled(1, 1, null, world.now));
    // then
    assertThat(world.node("loop").state())
        .isEqualTo(
            new NodeState.Failure(
                "TimedOut", "The loop ran longer than its timeout of 14400 seconds."));
  }

  @Test
  void loopOverNothingSucceedsAtOnce() {
    // given
    World world =
        manual(
            assignment("list", OutputRule.OPTIONAL),
            forEach("loop", 128, 5, "end").bound("loopDataArray", "list", "outputs"),
            virtual("end").inside("loop"),
            run("after").after("loop"));
    // when
    world.succeed(world.nodeId("list"), new RunOutput(new OutputValue.Table(List.of()), false));
    // then
    assertThat(world.dispatched()).containsExactly("list", "after");
  }

  @Test
  void loopOfNodesThatRunNothingIsOverInOneGo() {
    // given
    World world =
        manual(
            assignment("list", OutputRule.LINE),
            forEach("loop", 1024, 20, "end").bound("loopDataArray", "list", "outputs"),
            virtual("start").inside("loop"),
            virtual("end").inside("loop").after("start"));
    // when
    world.succeed(
        world.nodeId("list"),
        line(IntStream.range(0, 1024).mapToObj(String::valueOf).toArray(String[]::new)));
    // then
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(world.nodes).hasSize(2 + 2 * 1024);
  }
}
