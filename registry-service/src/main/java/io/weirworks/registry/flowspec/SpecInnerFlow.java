package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands inside a loop, a composite or a parameter node (dataworks-semantics 1.8).
 *
 * @param maxIterations some samples have the singular
 * @param whileNode the END node of a do-while, which prints whether to go on
 * @param array what a for-each goes through
 * @param variables what a parameter node offers
 */
public record SpecInnerFlow(
    @Nullable Integer maxIterations,
    List<SpecNode> nodes,
    List<SpecFlowDepend> dependencies,
    @Nullable SpecNode whileNode,
    @Nullable SpecVariable array,
    List<SpecVariable> variables,
    OtherKeys others) {

  public SpecInnerFlow {
    nodes = List.copyOf(nodes);
    dependencies = List.copyOf(dependencies);
    variables = List.copyOf(variables);
  }

  static SpecInnerFlow read(SpecCursor in) {
    return new SpecInnerFlow(
        in.integer("maxIterations", "maxIteration"),
        in.list(Section.NODES, SpecNode::read, "nodes"),
        SpecFlowDepend.readAll(in),
        in.object(Section.NODES, SpecNode::read, "while"),
        in.object(Section.VARIABLES, SpecVariable::read, "array"),
        in.list(Section.VARIABLES, SpecVariable::read, "variables"),
        in.otherKeys());
  }

  ObjectNode write(SpecVersion version) {
    return new TreeWriter()
        .integer("maxIterations", maxIterations)
        .list("nodes", nodes, node -> node.write(version))
        .list(FlowSpec.edgesKey(version), dependencies, SpecFlowDepend::write)
        .object("while", whileNode, node -> node.write(version))
        .object("array", array, SpecVariable::write)
        .list("variables", variables, SpecVariable::write)
        .otherKeys(others)
        .done();
  }
}
