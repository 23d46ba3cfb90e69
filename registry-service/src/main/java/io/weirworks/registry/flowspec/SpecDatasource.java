package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Where a node runs (dataworks-semantics 1.3).
 *
 * @param name the computing resource's instance name
 * @param type such as {@code emr}
 */
public record SpecDatasource(@Nullable String name, @Nullable String type, OtherKeys others) {

  static SpecDatasource read(SpecCursor in) {
    return new SpecDatasource(in.text("name"), in.text("type"), in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter().text("name", name).text("type", type).otherKeys(others).done();
  }
}
