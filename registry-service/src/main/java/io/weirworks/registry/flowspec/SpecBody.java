package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a document: the value of {@code spec}, in 1.0 the document itself
 * (dataworks-semantics 1.2). References inside it are replaced by what they name; the sections that
 * they named stay beside.
 *
 * @param others sections that are kept as they were written: {@code artifacts}, {@code
 *     datasources}, {@code runtimeResources}, …
 */
public record SpecBody(
    @Nullable String id,
    @Nullable String name,
    @Nullable String type,
    @Nullable String owner,
    @Nullable String description,
    List<SpecVariable> variables,
    List<SpecTrigger> triggers,
    List<SpecScript> scripts,
    List<SpecNode> nodes,
    List<SpecWorkflow> workflows,
    List<SpecFlowDepend> dependencies,
    OtherKeys others) {

  public SpecBody {
    variables = List.copyOf(variables);
    triggers = List.copyOf(triggers);
    scripts = List.copyOf(scripts);
    nodes = List.copyOf(nodes);
    workflows = List.copyOf(workflows);
    dependencies = List.copyOf(dependencies);
  }

  static SpecBody read(SpecCursor in) {
    return new SpecBody(
        in.text("id"),
        in.text("name"),
        in.text("type"),
        in.text("owner"),
        in.text("description"),
        in.list(Section.VARIABLES, SpecVariable::read, "variables"),
        in.list(Section.TRIGGERS, SpecTrigger::read, "triggers"),
        in.list(Section.SCRIPTS, SpecScript::read, "scripts"),
        in.list(Section.NODES, SpecNode::read, "nodes"),
        in.list(Section.WORKFLOWS, SpecWorkflow::read, "workflows"),
        SpecFlowDepend.readAll(in),
        in.otherKeys());
  }

  void writeTo(TreeWriter out, SpecVersion version) {
    out.text("id", id)
        .text("name", name)
        .text("type", type)
        .text("owner", owner)
        .text("description", description)
        .list("variables", variables, SpecVariable::write)
        .list("triggers", triggers, SpecTrigger::write)
        .list("scripts", scripts, SpecScript::write)
        .list("nodes", nodes, node -> node.write(version))
        .list("workflows", workflows, workflow -> workflow.write(version))
        .list(FlowSpec.edgesKey(version), dependencies, SpecFlowDepend::write)
        .otherKeys(others);
  }

  ObjectNode write(SpecVersion version) {
    TreeWriter out = new TreeWriter();
    writeTo(out, version);
    return out.done();
  }
}
