package io.weirworks.registry.flowspec;

import org.jspecify.annotations.Nullable;

/**
 * A FlowSpec document (dataworks-semantics 1). Documents of different versions with the same
 * content have equal {@code kind}, {@code metadata} and {@code body}.
 *
 * @param version the version number as it was written; absent in some 1.0 documents
 * @param family how that version is written
 * @param kind such as {@code CycleWorkflow}
 * @param metadata free; never used by a rule
 * @param others unknown keys beside {@code spec}
 */
public record FlowSpec(
    @Nullable String version,
    SpecVersion family,
    @Nullable String kind,
    OtherKeys metadata,
    SpecBody body,
    OtherKeys others) {

  /** The key of edges in documents of a version. */
  public static String edgesKey(SpecVersion version) {
    return version == SpecVersion.V2 ? "dependencies" : "flow";
  }

  /** JSON path of the body in documents of this one's version. */
  public String bodyPath() {
    return family == SpecVersion.V1_0 ? "$" : "$.spec";
  }
}
