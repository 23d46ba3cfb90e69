package io.weirworks.standalone.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or column with what it leads to.
 *
 * @param name {@code database.table} or {@code database.table.column}
 * @param how what the column was made by, such as {@code AGGREGATION avg(delay)}; null for the root
 *     and for tables
 * @param run id of the latest run that confirmed it; null for the root
 * @param seenBefore true: its branches stand where it was met first
 */
public record LineageTree(
    String name,
    @Nullable String how,
    @Nullable String run,
    boolean seenBefore,
    List<LineageTree> branches) {

  public LineageTree {
    branches = List.copyOf(branches);
  }

  /** Whether it leads to a table or column of this name. */
  public boolean leadsTo(String wanted) {
    return name.equals(wanted) || branches.stream().anyMatch(branch -> branch.leadsTo(wanted));
  }

  /** As lines, branches indented. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(label()));
    addBranches("", lines);
    return lines;
  }

  private void addBranches(String indent, List<String> lines) {
    for (int i = 0; i < branches.size(); i++) {
      LineageTree branch = branches.get(i);
      boolean last = i == branches.size() - 1;
      lines.add(indent + (last ? "└─ " : "├─ ") + branch.label());
      branch.addBranches(indent + (last ? "   " : "│  "), lines);
    }
  }

  private String label() {
    String made = how == null ? "" : "  (" + how + ")";
    return name + made + (seenBefore ? "  (see above)" : "");
  }

  /** As an object with its branches in it. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", name).put("how", how).put("run", run).put("seenBefore", seenBefore);
    ArrayNode list = json.putArray("branches");
    branches.forEach(branch -> list.add(branch.json()));
    return json;
  }
}
