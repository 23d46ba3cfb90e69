package io.weirworks.scheduler.workflowinstance;

import static io.weirworks.scheduler.workflowinstance.Steered.assignment;
import static io.weirworks.scheduler.workflowinstance.Steered.branch;
import static io.weirworks.scheduler.workflowinstance.Steered.doWhile;
import static io.weirworks.scheduler.workflowinstance.Steered.forEach;
import static io.weirworks.scheduler.workflowinstance.Steered.join;
import static io.weirworks.scheduler.workflowinstance.Steered.run;
import static io.weirworks.scheduler.workflowinstance.Steered.virtual;

import io.weirworks.scheduler.controlflow.Join.End;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Graphs of any shape with branches, joins and loops in them. */
final class RandomFlows {

  /** What a node is. */
  enum Kind {
    RUN,
    VIRTUAL,
    BRANCH,
    JOIN,
    STUBBORN,
    FOR_EACH,
    DO_WHILE
  }

  /**
   * A node.
   *
   * @param bits which earlier nodes are its upstream
   * @param choice which arm it hangs on, which arm it chooses, how parallel it is
   */
  record Shape(Kind kind, int bits, int choice) {}

  private RandomFlows() {}

  static Arbitrary<List<Shape>> shapes(Set<Kind> kinds, int most) {
    return Combinators.combine(
            Arbitraries.of(kinds),
            Arbitraries.integers().between(0, 0xFFF),
            Arbitraries.integers().between(0, 0xFFFF))
        .as(Shape::new)
        .list()
        .ofMaxSize(most);
  }

  static WorkflowGraph graph(List<Shape> shapes) {
    List<Steered> nodes = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      nodes.addAll(nodes(shapes, i));
    }
    return Definitions.graph(nodes.stream().map(Steered::node).toList());
  }

  /** Upstream nodes of a node. */
  static List<Integer> upstreams(List<Shape> shapes, int index) {
    return IntStream.range(0, index)
        .filter(bit -> (shapes.get(index).bits() & (1 << bit)) != 0)
        .boxed()
        .toList();
  }

  /** The arm of a branch by which a node hangs on it, 0 or 1; 2: on the branch as a whole. */
  static int arm(List<Shape> shapes, int index, int upstream) {
    return (shapes.get(index).choice() >> upstream) % 3;
  }

  /** The arm that a branch chooses, 0 or 1; 2: none. */
  static int chosen(Shape branch) {
    return branch.choice() % 3;
  }

  private static List<Steered> nodes(List<Shape> shapes, int index) {
    Shape shape = shapes.get(index);
    String id = "n" + index;
    List<Integer> upstreams = upstreams(shapes, index);
    String[] names = upstreams.stream().map(upstream -> "n" + upstream).toArray(String[]::new);
    return switch (shape.kind()) {
      case RUN -> List.of(hung(run(id).rerun(rerun(shape)), shapes, index));
      case STUBBORN -> List.of(hung(run(id).ignoringSkip(), shapes, index));
      case VIRTUAL -> List.of(hung(virtual(id), shapes, index));
      case BRANCH ->
          List.of(
              hung(
                  branch(
                      id,
                      condition(chosen(shape) == 0),
                      id + ".0",
                      condition(chosen(shape) == 1),
                      id + ".1"),
                  shapes,
                  index));
      case JOIN ->
          names.length == 0
              ? List.of(virtual(id))
              : List.of(
                  join(
                      id,
                      shape.choice() % 2 == 0
                          ? Set.of(End.values())
                          : Set.of(End.SUCCESS, End.NOT_RUN),
                      names));
      case FOR_EACH ->
          List.of(
              hung(assignment("list" + index, OutputRule.OPTIONAL), shapes, index),
              forEach(id, 3, 1 + shape.choice() % 3, "end" + index)
                  .bound("loopDataArray", "list" + index, "outputs")
                  .rerun(rerun(shape)),
              virtual("start" + index).inside(id),
              run("body" + index).inside(id).after("start" + index).rerun(rerun(shape)),
              run("side" + index).inside(id).after("start" + index),
              virtual("end" + index).inside(id).after("body" + index));
      case DO_WHILE ->
          List.of(
              hung(doWhile(id, 3, "end" + index).rerun(rerun(shape)), shapes, index),
              run("body" + index).inside(id),
              assignment("end" + index, OutputRule.TRUTH).inside(id).after("body" + index));
    };
  }

  private static String condition(boolean holds) {
    return holds ? "1 < 2" : "1 > 2";
  }

  private static RerunPolicy rerun(Shape shape) {
    return new RerunPolicy(RerunMode.ALLOWED, shape.choice() % 2, Duration.ofMinutes(2));
  }

  private static Steered hung(Steered node, List<Shape> shapes, int index) {
    for (int upstream : upstreams(shapes, index)) {
      int arm = arm(shapes, index, upstream);
      if (shapes.get(upstream).kind() == Kind.BRANCH && arm < 2) {
        node.onArm("n" + upstream, "n" + upstream + "." + arm);
      } else {
        node.after("n" + upstream);
      }
    }
    return node;
  }
}
