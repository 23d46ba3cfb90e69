package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Binding;
import io.weirworks.scheduler.controlflow.Branch;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.Join;
import io.weirworks.scheduler.controlflow.Loop;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node with a part in the control flow, put together step by step. */
final class Steered {
  private final String id;
  private final NodeWork work;
  private Control control = new Control.None();
  private OutputRule rule = OutputRule.NONE;
  private List<String> outputs = List.of();
  private final List<Binding> bindings = new ArrayList<>();
  private final Map<NodeId, Set<String>> arms = new HashMap<>();
  private boolean ignoresSkip;
  private @Nullable NodeId loop;
  private RerunPolicy rerun = RerunPolicy.NONE;
  private String code = "";
  private final List<NodeId> upstreams = new ArrayList<>();

  private Steered(String id, NodeWork work) {
    this.id = id;
    this.work = work;
  }

  static Steered run(String id) {
    return new Steered(id, NodeWork.RUN);
  }

  static Steered virtual(String id) {
    return new Steered(id, NodeWork.ZERO_LOAD);
  }

  private static Steered control(String id, Control control) {
    Steered node = new Steered(id, NodeWork.CONTROL);
    node.control = control;
    return node;
  }

  /** Arms as condition and output by turns. */
  static Steered branch(String id, String... arms) {
    List<Branch.Arm> all = new ArrayList<>();
    for (int i = 0; i < arms.length; i += 2) {
      all.add(new Branch.Arm(arms[i], arms[i + 1]));
    }
    return control(id, new Control.Choose(new Branch(all, Branch.Selection.FIRST_MATCH)));
  }

  /** All arms must end so. */
  static Steered join(String id, Set<Join.End> accepted, String... nodes) {
    List<Join.Arm> all =
        Arrays.stream(nodes).map(node -> new Join.Arm(node, new NodeId(node), accepted)).toList();
    return control(id, new Control.Meet(new Join(all, String.join(" and ", nodes)))).after(nodes);
  }

  static Steered hub(String id, String... outputs) {
    Steered node = control(id, new Control.HandOn());
    node.outputs = List.of(outputs);
    return node;
  }

  static Steered assignment(String id, OutputRule rule) {
    Steered node = run(id);
    node.rule = rule;
    node.outputs = List.of("outputs");
    return node;
  }

  static Steered forEach(String id, int max, int parallelism, String end) {
    return control(id, new Control.Repeat(new Loop.ForEach(max, parallelism, new NodeId(end))));
  }

  static Steered doWhile(String id, int max, String end) {
    return control(id, new Control.Repeat(new Loop.DoWhile(max, new NodeId(end))));
  }

  static Steered trigger(String id) {
    return control(id, new Control.AwaitSignal());
  }

  Steered after(String... nodes) {
    Arrays.stream(nodes).map(NodeId::new).forEach(upstreams::add);
    return this;
  }

  /** Hangs on a branch by an arm. */
  Steered onArm(String branch, String output) {
    arms.put(new NodeId(branch), Set.of(output));
    return upstreams.contains(new NodeId(branch)) ? this : after(branch);
  }

  Steered bound(String name, String upstream, String output) {
    bindings.add(new Binding(name, new NodeId(upstream), output));
    return upstreams.contains(new NodeId(upstream)) ? this : after(upstream);
  }

  Steered inside(String loopNode) {
    loop = new NodeId(loopNode);
    return this;
  }

  Steered ignoringSkip() {
    ignoresSkip = true;
    return this;
  }

  Steered rerun(RerunPolicy policy) {
    rerun = policy;
    return this;
  }

  Steered code(String text) {
    code = text;
    return this;
  }

  NodeDefinition node() {
    return new NodeDefinition(
        new NodeId(id),
        work,
        rerun,
        Duration.ofHours(4),
        ParameterDefinitions.none(),
        upstreams,
        code,
        new Steering(control, rule, outputs, bindings, arms, ignoresSkip, loop));
  }

  /** What a shell's last line gives. */
  static RunOutput line(String... elements) {
    return new RunOutput(new OutputValue.Elements(List.of(elements)), false);
  }
}
