package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One upstream of a node (dataworks-semantics 1.7).
 *
 * @param nodeId the upstream node, unless it is named by output
 * @param output the upstream's output, byte for byte, unless it is named by id
 */
public record SpecDepend(
    @Nullable String nodeId, @Nullable String output, DependencyType type, OtherKeys others) {

  static SpecDepend read(SpecCursor in) {
    DependencyType type = in.term("type", DependencyType.values());
    return new SpecDepend(
        in.nodeId("nodeId"),
        in.output("output"),
        type == null ? DependencyType.NORMAL : type,
        in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("nodeId", nodeId)
        .term("type", type)
        .text("output", output)
        .otherKeys(others)
        .done();
  }
}
