package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes a node stand for the node of another workflow that has this output (dataworks-semantics
 * 1.3).
 */
public record SpecReference(@Nullable String output, OtherKeys others) {

  static SpecReference read(SpecCursor in) {
    return new SpecReference(in.output("output"), in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter().text("output", output).otherKeys(others).done();
  }
}
