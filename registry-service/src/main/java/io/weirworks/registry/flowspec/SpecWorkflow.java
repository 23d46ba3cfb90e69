package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workflow of {@code spec.workflows[]} (dataworks-semantics 1.1).
 *
 * @param script command {@code WORKFLOW}; its parameters are visible in every inner node
 * @param trigger the timetable of the workflow and all its nodes
 */
public record SpecWorkflow(
    @Nullable String id,
    @Nullable String name,
    @Nullable String owner,
    @Nullable String description,
    @Nullable SpecScript script,
    @Nullable SpecTrigger trigger,
    SpecStrategy strategy,
    SpecArtifacts inputs,
    SpecArtifacts outputs,
    List<SpecNode> nodes,
    List<SpecFlowDepend> dependencies,
    OtherKeys others) {

  public SpecWorkflow {
    nodes = List.copyOf(nodes);
    dependencies = List.copyOf(dependencies);
  }

  static SpecWorkflow read(SpecCursor in) {
    return new SpecWorkflow(
        in.text("id"),
        in.text("name"),
        in.text("owner"),
        in.text("description"),
        in.object(Section.SCRIPTS, SpecScript::read, "script"),
        in.object(Section.TRIGGERS, SpecTrigger::read, "trigger"),
        SpecStrategy.readAt(in),
        SpecArtifacts.readAt(in, "inputs"),
        SpecArtifacts.readAt(in, "outputs"),
        in.list(Section.NODES, SpecNode::read, "nodes"),
        SpecFlowDepend.readAll(in),
        in.otherKeys());
  }

  ObjectNode write(SpecVersion version) {
    TreeWriter out =
        new TreeWriter()
            .text("id", id)
            .text("name", name)
            .text("owner", owner)
            .text("description", description)
            .object("script", script, SpecScript::write)
            .object("trigger", trigger, SpecTrigger::write);
    strategy.writeTo(out);
    return out.object("inputs", inputs.isEmpty() ? null : inputs, SpecArtifacts::write)
        .object("outputs", outputs.isEmpty() ? null : outputs, SpecArtifacts::write)
        .list("nodes", nodes, node -> node.write(version))
        .list(FlowSpec.edgesKey(version), dependencies, SpecFlowDepend::write)
        .otherKeys(others)
        .done();
  }
}
