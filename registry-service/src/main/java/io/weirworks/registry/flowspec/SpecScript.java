package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node runs (dataworks-semantics 1.4).
 *
 * @param path place in the Data Studio tree, not in a file system
 * @param language kebab-case identifier such as {@code spark-sql}
 * @param content the code; 1.x also writes it as {@code code}
 */
public record SpecScript(
    @Nullable String id,
    @Nullable String name,
    @Nullable String path,
    @Nullable String language,
    @Nullable String content,
    @Nullable SpecRuntime runtime,
    List<SpecVariable> parameters,
    OtherKeys others) {

  public SpecScript {
    parameters = List.copyOf(parameters);
  }

  static SpecScript read(SpecCursor in) {
    return new SpecScript(
        in.text("id"),
        in.text("name"),
        in.text("path"),
        in.text("language"),
        in.text("content", "code"),
        in.object(SpecRuntime::read, "runtime"),
        in.list(Section.VARIABLES, SpecVariable::read, "parameters"),
        in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("id", id)
        .text("name", name)
        .text("path", path)
        .text("language", language)
        .text("content", content)
        .object("runtime", runtime, SpecRuntime::write)
        .list("parameters", parameters, SpecVariable::write)
        .otherKeys(others)
        .done();
  }
}
