package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A parameter or a value handed from node to node (dataworks-semantics 1.6).
 *
 * @param value expression, constant or text of expressions, by {@code type}
 * @param node which node produces it
 * @param inputName name under which a downstream node reads it
 * @param referenceVariable the upstream variable that this one stands for; 1.x also writes {@code
 *     variable}
 */
public record SpecVariable(
    @Nullable String id,
    @Nullable String name,
    @Nullable VariableScope scope,
    @Nullable VariableType type,
    @Nullable String value,
    @Nullable String description,
    @Nullable SpecNodeName node,
    @Nullable String inputName,
    @Nullable SpecVariable referenceVariable,
    OtherKeys others) {

  static SpecVariable read(SpecCursor in) {
    return new SpecVariable(
        in.text("id"),
        in.text("name"),
        in.term("scope", VariableScope.values()),
        in.term("type", VariableType.values()),
        in.text("value"),
        in.text("description"),
        in.object(SpecNodeName::read, "node"),
        in.text("inputName"),
        in.object(Section.VARIABLES, SpecVariable::read, "referenceVariable", "variable"),
        in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("id", id)
        .text("name", name)
        .term("scope", scope)
        .term("type", type)
        .text("value", value)
        .text("description", description)
        .object("node", node, SpecNodeName::write)
        .text("inputName", inputName)
        .object("referenceVariable", referenceVariable, SpecVariable::write)
        .otherKeys(others)
        .done();
  }
}
