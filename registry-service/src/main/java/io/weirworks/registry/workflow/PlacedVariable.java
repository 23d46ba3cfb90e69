package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.SpecVariable;
import java.util.ArrayList;
import java.util.List;

/** A variable and its JSON path. */
record PlacedVariable(SpecVariable variable, String path) {

  static List<PlacedVariable> all(List<SpecVariable> variables, String path) {
    List<PlacedVariable> placed = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      placed.add(new PlacedVariable(variables.get(i), path + "[" + i + "]"));
    }
    return placed;
  }
}
