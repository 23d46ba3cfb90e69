package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A name under which a node can be depended on (dataworks-semantics 1.6).
 *
 * @param data the output's name; 1.0 also writes {@code str}
 * @param refTableName the table that it stands for
 */
public record SpecNodeOutput(
    @Nullable String id,
    @Nullable String data,
    @Nullable String refTableName,
    @Nullable Boolean isDefault,
    OtherKeys others) {

  static SpecNodeOutput read(SpecCursor in) {
    // Says of itself what the list already says, and differently in 1.0.
    in.text("artifactType");
    return new SpecNodeOutput(
        in.text("id"),
        in.text("data", "str"),
        in.text("refTableName"),
        in.flag("isDefault"),
        in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("id", id)
        .text("data", data)
        .text("artifactType", "NodeOutput")
        .text("refTableName", refTableName)
        .flag("isDefault", isDefault)
        .otherKeys(others)
        .done();
  }
}
