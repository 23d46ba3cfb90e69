package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.JsonNode;

/** A value of the document and where it stands. */
record Located(JsonNode node, String path) {

  /** The value as a message shows it. */
  String shown() {
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
