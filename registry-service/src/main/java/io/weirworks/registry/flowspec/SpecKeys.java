package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The keys of one object: the values of those that are asked for, and the rest. */
final class SpecKeys {
  private final ObjectNode object;
  private final String path;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  SpecKeys(ObjectNode object, String path, Problems problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  /**
   * The value of the first spelling that is present; two spellings with different values contradict
   * one another.
   */
  @Nullable Located find(String... spellings) {
    Located found = null;
    for (String spelling : spellings) {
      asked.add(spelling);
      JsonNode node = object.path(spelling);
      if (node.isMissingNode() || node.isNull()) {
        continue;
      }
      Located here = new Located(node, JsonPaths.child(path, spelling));
      if (found == null) {
        found = here;
      } else if (!found.node().equals(node)) {
        String expected = "the same value as " + found.path() + ", or only one of both";
        problems.add(RejectionCode.CONFLICTING_VALUE, here.path(), here.shown(), expected);
      }
    }
    return found;
  }

  /** What nobody has asked for. */
  OtherKeys rest() {
    SortedMap<String, JsonNode> rest = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!asked.contains(entry.getKey())) {
        rest.put(entry.getKey(), entry.getValue());
      }
    }
    return rest.isEmpty() ? OtherKeys.none() : new OtherKeys(rest);
  }
}
