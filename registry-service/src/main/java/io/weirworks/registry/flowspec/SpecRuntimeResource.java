package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Which resource group runs a node (dataworks-semantics 1.3).
 *
 * @param cu compute units as text, such as {@code 0.25}
 */
public record SpecRuntimeResource(
    @Nullable String id,
    @Nullable String resourceGroup,
    @Nullable String resourceGroupId,
    @Nullable String cu,
    OtherKeys others) {

  static SpecRuntimeResource read(SpecCursor in) {
    return new SpecRuntimeResource(
        in.text("id"),
        in.text("resourceGroup"),
        in.text("resourceGroupId"),
        in.text("cu"),
        in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("id", id)
        .text("resourceGroup", resourceGroup)
        .text("resourceGroupId", resourceGroupId)
        .text("cu", cu)
        .otherKeys(others)
        .done();
  }
}
