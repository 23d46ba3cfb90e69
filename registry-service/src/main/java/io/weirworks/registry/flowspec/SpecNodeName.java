package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How a variable names the node that produces it: by id, by output or by name (dataworks-semantics
 * 1.6).
 */
public record SpecNodeName(
    @Nullable String nodeId, @Nullable String output, @Nullable String name, OtherKeys others) {

  static SpecNodeName read(SpecCursor in) {
    return new SpecNodeName(
        in.nodeId("nodeId"), in.output("output"), in.text("name"), in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("nodeId", nodeId)
        .text("output", output)
        .text("name", name)
        .otherKeys(others)
        .done();
  }
}
