package io.weirworks.scheduler.workflowinstance;

import static io.weirworks.scheduler.workflowinstance.Steered.forEach;
import static io.weirworks.scheduler.workflowinstance.Steered.run;
import static io.weirworks.scheduler.workflowinstance.Steered.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.Loop;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.RandomFlows.Kind;
import io.weirworks.scheduler.workflowinstance.RandomFlows.Shape;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of control flow over graphs of any shape. */
class ControlFlowProperties {

  /** Any interleaving of reports, repetitions, timers and cancellations keeps I1, I3 and I5. */
  @Property(seed = "20251102", tries = 10000)
  void anyInterleavingKeepsTheInvariantsAndEnds(
      @ForAll("flows") List<Shape> shapes,
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 10_000_000) Integer> moves,
      @ForAll @IntRange(min = 8, max = 60) int maxRecords) {
    anyInterleaving(shapes, moves, maxRecords);
  }

  @Property(tries = 200_000)
  @Tag("endurance")
  void veryManyInterleavingsKeepTheInvariantsAndEnd(
      @ForAll("flows") List<Shape> shapes,
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 10_000_000) Integer> moves,
      @ForAll @IntRange(min = 8, max = 60) int maxRecords) {
    anyInterleaving(shapes, moves, maxRecords);
  }

  private static void anyInterleaving(List<Shape> shapes, List<Integer> moves, int maxRecords) {
    // given
    World world = new World(RandomFlows.graph(shapes), maxRecords, BackfillId.of("cli", "b"));
    Chaos chaos = new Chaos(world);
    // when
    world.create();
    for (int move : moves) {
      chaos.move(move);
      checkAlways(world);
    }
    chaos.drain();
    checkAlways(world);
    // then
    checkEnd(world);
  }

  private static void checkAlways(World world) {
    NodeCounts counted = NodeCounts.notRun(world.graph.outerSize());
    for (NodeInstance node : world.nodes.values()) {
      if (node.iteration() == null) {
        counted = counted.moved(new NodeState.NotRun(0), node.state());
      }
      assertThat(node.waitsFor(world.now).isPresent())
          .as("I5: %s", node)
          .isEqualTo(!(node.state() instanceof NodeState.Ended));
      assertThat(Optional.ofNullable(world.timers.get(node.id()))).isEqualTo(node.timer());
      checkUpstream(world, node);
      checkLoop(world, node);
      Histories.check(world, node);
    }
    assertThat(world.flow().counts()).isEqualTo(counted);
    assertThat(world.begunTooEarly).isEmpty();
  }

  private static NodeState state(World world, NodeInstance node, NodeId upstream) {
    return world.instance(node.beside(upstream)).state();
  }

  /** Nobody waits for fewer or more than is not done; a join waits for ends, others for success. */
  private static void checkUpstream(World world, NodeInstance node) {
    NodeDefinition definition = world.graph.node(world.graph.index(node.nodeId()));
    boolean meets = definition.steering().control() instanceof Control.Meet;
    long open =
        definition.upstreams().stream()
            .distinct()
            .filter(upstream -> !node.interventions().detached().contains(upstream))
            .map(upstream -> state(world, node, upstream))
            .filter(state -> !(state instanceof NodeState.Success))
            .filter(state -> !(meets && state instanceof NodeState.Ended))
            .count();
    if (node.state() instanceof NodeState.NotRun(int counter)) {
      boolean stopping = !(world.flow().state() instanceof WorkflowInstanceState.Running);
      assertThat((long) counter >= open && counter > 0).as("%s", node).isTrue();
      assertThat(counter == open || (meets && stopping)).as("%s", node).isTrue();
    } else if (node.state() instanceof NodeState.WaitTime) {
      assertThat(open).as("waits for its time only after all upstream: %s", node).isZero();
    }
  }

  /** A loop knows how much of each of its turns goes on, and lets no more run than it may. */
  private static void checkLoop(World world, NodeInstance node) {
    if (node.state() instanceof NodeState.Looping(var _, var _, var progress, var _)) {
      var control = world.graph.node(world.graph.index(node.nodeId())).steering().control();
      Loop loop = ((Control.Repeat) control).loop();
      assertThat(progress.running().size()).isBetween(1, loop.parallelism());
      progress
          .running()
          .forEach(
              (number, open) ->
                  assertThat((long) open).isPositive().isEqualTo(openInside(world, node, number)));
    } else if (!world.graph.inside(world.graph.index(node.nodeId())).isEmpty()) {
      assertThat(openInside(world, node, 0)).as("nothing runs inside %s", node).isZero();
    }
  }

  private static long openInside(World world, NodeInstance loop, int number) {
    return world.nodes.values().stream()
        .filter(node -> node.iteration() != null && node.state().isOpen())
        .filter(node -> number == 0 || number == Objects.requireNonNull(node.iteration()).number())
        .filter(
            node ->
                loop.nodeId()
                    .equals(world.graph.node(world.graph.index(node.nodeId())).steering().loop()))
        .count();
  }

  private static void checkEnd(World world) {
    assertThat(world.flow().counts().open()).isZero();
    assertThat(world.timers).isEmpty();
    Histories.checkCompletions(world);
    for (NodeInstance node : world.nodes.values()) {
      assertThat(node.state().isOpen()).isFalse();
    }
  }

  /** Dry-run spreading is what a walk over the definition says. */
  @Property(seed = "20251103", tries = 3000)
  void whatABranchLeavesOutIsWhatTheDefinitionSays(@ForAll("branches") List<Shape> shapes) {
    // given
    World world = World.manual(RandomFlows.graph(shapes));
    // when
    for (int rounds = 0; world.flow().counts().open() > 0; rounds++) {
      assertThat(rounds).isLessThan(20);
      world.nodes.values().stream()
          .filter(node -> node.state() instanceof NodeState.WaitResource)
          .map(NodeInstance::id)
          .toList()
          .forEach(node -> world.succeed(node, RunOutput.NONE));
    }
    // then
    boolean[] leftOut = leftOut(shapes);
    for (int i = 0; i < shapes.size(); i++) {
      boolean expected = leftOut[i];
      assertThat(world.node("n" + i).state())
          .as("n%s of %s", i, shapes)
          .isInstanceOfSatisfying(
              NodeState.Success.class,
              success -> assertThat(success.completion().unchosen()).isEqualTo(expected));
    }
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  private static boolean[] leftOut(List<Shape> shapes) {
    boolean[] leftOut = new boolean[shapes.size()];
    for (int i = 0; i < shapes.size(); i++) {
      int index = i;
      boolean inherits =
          shapes.get(i).kind() != Kind.STUBBORN
              && (shapes.get(i).kind() != Kind.JOIN || RandomFlows.upstreams(shapes, i).isEmpty());
      leftOut[i] =
          inherits
              && RandomFlows.upstreams(shapes, i).stream()
                  .anyMatch(
                      upstream -> leftOut[upstream] || isUnchosenArm(shapes, index, upstream));
    }
    return leftOut;
  }

  private static boolean isUnchosenArm(List<Shape> shapes, int index, int upstream) {
    int arm = RandomFlows.arm(shapes, index, upstream);
    return shapes.get(upstream).kind() == Kind.BRANCH
        && arm < 2
        && arm != RandomFlows.chosen(shapes.get(upstream));
  }

  /** Each element is gone through once, no more than so many at once, whatever fails. */
  @Property(seed = "20251104", tries = 500)
  void forEachGoesThroughEachElementOnce(
      @ForAll @IntRange(max = 40) int elements,
      @ForAll @IntRange(min = 1, max = 30) int max,
      @ForAll @IntRange(min = 1, max = 20) int parallelism,
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> ends,
      @ForAll @IntRange(min = 8, max = 60) int maxRecords) {
    // given
    WorkflowGraph graph =
        Definitions.graph(
            Steered.assignment("list", OutputRule.OPTIONAL).node(),
            forEach("loop", max, parallelism, "end")
                .bound("loopDataArray", "list", "outputs")
                .node(),
            run("body").inside("loop").node(),
            virtual("end").inside("loop").after("body").node());
    World world = new World(graph, maxRecords, null);
    world.create();
    // when
    var array = new OutputValue.Elements(Collections.nCopies(elements, "x"));
    world.succeed(world.nodeId("list"), new RunOutput(array, false));
    int failures = goThrough(world, ends, parallelism);
    // then
    int last = Math.min(elements, max);
    boolean serialFailure = parallelism == 1 && failures > 0;
    List<Integer> begun =
        world.nodes.values().stream()
            .filter(node -> node.nodeId().value().equals("body"))
            .map(node -> Objects.requireNonNull(node.iteration()).number())
            .toList();
    assertThat(begun).doesNotHaveDuplicates();
    if (serialFailure) {
      assertThat(begun).hasSizeLessThanOrEqualTo(last);
    } else {
      assertThat(begun).containsExactlyElementsOf(IntStream.rangeClosed(1, last).boxed().toList());
    }
    assertThat(world.node("loop").state() instanceof NodeState.Success).isEqualTo(failures == 0);
  }

  private static int goThrough(World world, List<Integer> ends, int parallelism) {
    int failures = 0;
    for (int move = 0; ; move++) {
      List<NodeInstance> running =
          world.nodes.values().stream()
              .filter(node -> node.iteration() != null && node.state().isOpen())
              .toList();
      if (running.isEmpty()) {
        return failures;
      }
      assertThat(running.size()).isLessThanOrEqualTo(parallelism);
      int end = ends.isEmpty() ? 5 : ends.get(move % ends.size());
      NodeInstance next = running.get(end % running.size());
      if (end == 0) {
        failures++;
        world.fail(next.id(), RunFact.Cause.ERROR);
      } else {
        world.succeed(next.id(), RunOutput.NONE);
      }
    }
  }

  @Provide
  Arbitrary<List<Shape>> flows() {
    return RandomFlows.shapes(EnumSet.allOf(Kind.class), 9);
  }

  @Provide
  Arbitrary<List<Shape>> branches() {
    Set<Kind> kinds = EnumSet.of(Kind.RUN, Kind.VIRTUAL, Kind.BRANCH, Kind.JOIN, Kind.STUBBORN);
    return RandomFlows.shapes(kinds, 12);
  }
}
