package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.SpecVariable;
import io.weirworks.registry.flowspec.VariableScope;
import java.util.ArrayList;
import java.util.List;

/** A variable and its JSON path. */
record PlacedVariable(SpecVariable variable, String path) {

  /** The same as a parameter of the node itself, whose values only the node hands on. */
  PlacedVariable ownedByNode() {
    return new PlacedVariable(
        new SpecVariable(
            variable.id(),
            variable.name(),
            VariableScope.NODE_PARAMETER,
            variable.type(),
            variable.value(),
            variable.description(),
            variable.node(),
            variable.inputName(),
            variable.referenceVariable(),
            variable.others()),
        path);
  }

  static List<PlacedVariable> all(List<SpecVariable> variables, String path) {
    List<PlacedVariable> placed = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      placed.add(new PlacedVariable(variables.get(i), path + "[" + i + "]"));
    }
    return placed;
  }
}
