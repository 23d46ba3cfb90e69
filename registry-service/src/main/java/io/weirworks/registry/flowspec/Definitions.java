package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every object of a document that a reference can name, found before the first reference is
 * resolved: forward references are legal.
 */
final class Definitions {
  private static final List<String> NODE_LISTS = List.of("nodes", "workflows");
  private static final List<String> NODE_HOLDERS = List.of("do-while", "for-each", "combined");

  private final Map<Section, Map<String, Located>> places = new EnumMap<>(Section.class);
  private final Problems problems;

  Definitions(JsonNode body, String bodyPath, Problems problems) {
    this.problems = problems;
    for (Section section : Section.values()) {
      places.put(section, new HashMap<>());
      if (section != Section.NODES && section != Section.WORKFLOWS) {
        addSection(section, body.get(section.key()), JsonPaths.child(bodyPath, section.key()));
      }
    }
    addNodeLists(body, bodyPath);
  }

  @Nullable Located find(Section section, String id) {
    return places(section).get(id);
  }

  SortedSet<String> ids(Section section) {
    return new TreeSet<>(places(section).keySet());
  }

  private Map<String, Located> places(Section section) {
    return places.getOrDefault(section, Map.of());
  }

  private void addSection(Section section, @Nullable JsonNode items, String path) {
    if (items == null) {
      return;
    }
    if (items.isArray()) {
      for (int i = 0; i < items.size(); i++) {
        add(section, items.get(i), JsonPaths.item(path, i));
      }
    } else if (section == Section.ARTIFACTS) {
      // From 1.0 on artifacts are also written as an object of lists by kind.
      for (Map.Entry<String, JsonNode> kind : items.properties()) {
        Section target = kind.getKey().equals("variables") ? Section.VARIABLES : section;
        addSection(target, kind.getValue(), JsonPaths.child(path, kind.getKey()));
      }
    }
  }

  /**
   * Nodes are defined where they stand, also inside workflows and loops; ids are unique in the
   * document (dataworks-semantics 1.3).
   */
  private void addNodeLists(JsonNode holder, String path) {
    for (String key : NODE_LISTS) {
      Section section = key.equals("workflows") ? Section.WORKFLOWS : Section.NODES;
      JsonNode items = holder.path(key);
      for (int i = 0; i < items.size() && items.isArray(); i++) {
        addNode(section, items.get(i), JsonPaths.item(JsonPaths.child(path, key), i));
      }
    }
  }

  private void addNode(Section section, JsonNode node, String path) {
    add(section, node, path);
    addNodeLists(node, path);
    for (String key : NODE_HOLDERS) {
      String holderPath = JsonPaths.child(path, key);
      addNodeLists(node.path(key), holderPath);
      if (node.path(key).path("while").isObject()) {
        add(Section.NODES, node.path(key).path("while"), JsonPaths.child(holderPath, "while"));
      }
    }
  }

  private void add(Section section, JsonNode object, String path) {
    JsonNode id = object.path("id");
    if (!(object instanceof ObjectNode)
        || !id.isValueNode()
        || id.isNull()
        || id.asText().isEmpty()) {
      return;
    }
    Located former = places(section).putIfAbsent(id.asText(), new Located(object, path));
    if (former != null) {
      problems.add(
          RejectionCode.DUPLICATE_ID,
          JsonPaths.child(path, "id"),
          id.asText(),
          "an id of its own; " + former.path() + " has this one");
    }
  }
}
