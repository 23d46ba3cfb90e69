package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a node consumes or produces (dataworks-semantics 1.6).
 *
 * @param nodeOutputs names of outputs; 1.0 writes {@code outputs}
 * @param tables tables as they were written; 1.0 also has the singular
 */
public record SpecArtifacts(
    List<SpecNodeOutput> nodeOutputs,
    List<OtherKeys> tables,
    List<SpecVariable> variables,
    OtherKeys others) {

  /** Nothing. */
  public static final SpecArtifacts NONE =
      new SpecArtifacts(List.of(), List.of(), List.of(), OtherKeys.none());

  public SpecArtifacts {
    nodeOutputs = List.copyOf(nodeOutputs);
    tables = List.copyOf(tables);
    variables = List.copyOf(variables);
  }

  static SpecArtifacts read(SpecCursor in) {
    return new SpecArtifacts(
        in.list(Section.ARTIFACTS, SpecNodeOutput::read, "nodeOutputs", "outputs"),
        in.list(Section.ARTIFACTS, SpecCursor::otherKeys, "tables", "table"),
        in.list(Section.VARIABLES, SpecVariable::read, "variables"),
        in.otherKeys());
  }

  /** The artifacts under {@code key}, which may be absent. */
  static SpecArtifacts readAt(SpecCursor in, String key) {
    SpecArtifacts artifacts = in.object(SpecArtifacts::read, key);
    return artifacts == null ? NONE : artifacts;
  }

  boolean isEmpty() {
    return equals(NONE);
  }

  ObjectNode write() {
    return new TreeWriter()
        .list("nodeOutputs", nodeOutputs, SpecNodeOutput::write)
        .list("tables", tables, table -> new TreeWriter().otherKeys(table).done())
        .list("variables", variables, SpecVariable::write)
        .otherKeys(others)
        .done();
  }
}
