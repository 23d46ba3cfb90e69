package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The upstreams of one node (dataworks-semantics 1.7): an element of {@code flow} (1.x) or {@code
 * dependencies} (2.x).
 *
 * @param nodeId the dependent node itself
 */
public record SpecFlowDepend(@Nullable String nodeId, List<SpecDepend> depends, OtherKeys others) {

  public SpecFlowDepend {
    depends = List.copyOf(depends);
  }

  static SpecFlowDepend read(SpecCursor in) {
    return new SpecFlowDepend(
        in.nodeId("nodeId"), in.list(SpecDepend::read, "depends"), in.otherKeys());
  }

  /** The elements of a holder of nodes, under whichever of the two names. */
  static List<SpecFlowDepend> readAll(SpecCursor holder) {
    return holder.list(SpecFlowDepend::read, "dependencies", "flow");
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("nodeId", nodeId)
        .list("depends", depends, SpecDepend::write)
        .otherKeys(others)
        .done();
  }
}
