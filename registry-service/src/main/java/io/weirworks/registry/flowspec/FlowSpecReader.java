package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;

/**
 * Reads FlowSpec 1.0, 1.1, 1.2 and 2.x from JSON or YAML, told apart by content
 * (dataworks-semantics 1). Tolerant in how a document is written, strict in what it means: a
 * reference that leads nowhere or a value of the wrong type is a problem, and every problem is told
 * at once.
 */
public final class FlowSpecReader {
  private static final String WHOLE = "$";

  private FlowSpecReader() {}

  /**
   * The document, or everything that is wrong with it. Any text whatever gives one of both, within
   * {@link FlowSpecLimits}.
   */
  public static Checked<FlowSpec> read(String text) {
    return switch (DocumentTree.parse(text)) {
      case Checked.Invalid<ObjectNode>(var problems) -> new Checked.Invalid<>(problems);
      case Checked.Valid<ObjectNode>(var tree) -> readTree(tree);
    };
  }

  private static Checked<FlowSpec> readTree(ObjectNode tree) {
    Problems problems = new Problems();
    SpecVersion family = family(tree, problems);
    JsonNode body = family == SpecVersion.V1_0 ? tree : tree.path("spec");
    String bodyPath = family == SpecVersion.V1_0 ? WHOLE : JsonPaths.child(WHOLE, "spec");
    if (!body.isObject()) {
      problems.add(RejectionCode.MISSING_VALUE, bodyPath, "", "the document's body, an object");
      return new Checked.Invalid<>(problems.all());
    }
    ReadingContext context =
        new ReadingContext(new Definitions(body, bodyPath, problems), problems, family);
    FlowSpec document = document(new SpecCursor(tree, WHOLE, context, null), family);
    return problems.isEmpty()
        ? new Checked.Valid<>(document)
        : new Checked.Invalid<>(problems.all());
  }

  private static FlowSpec document(SpecCursor top, SpecVersion family) {
    String version = top.text("version");
    String kind = top.text("kind");
    OtherKeys metadata = top.freeKeys("metadata");
    if (family == SpecVersion.V1_0) {
      return new FlowSpec(version, family, kind, metadata, SpecBody.read(top), OtherKeys.none());
    }
    SpecBody body = top.object(SpecBody::read, "spec");
    if (body == null) {
      throw new IllegalStateException("the body was checked to be an object");
    }
    return new FlowSpec(version, family, kind, metadata, body, top.otherKeys());
  }

  /**
   * By number; what has the wrapper that came with 1.1 is read as 1.1 even if it says 1.0 or
   * nothing.
   */
  private static SpecVersion family(ObjectNode tree, Problems problems) {
    JsonNode version = tree.path("version");
    SpecVersion byShape = tree.path("spec").isObject() ? SpecVersion.V1_1 : SpecVersion.V1_0;
    if (version.isMissingNode() || version.isNull()) {
      return byShape;
    }
    return SpecVersion.of(version.asText())
        .map(family -> family == SpecVersion.V1_0 ? byShape : family)
        .orElseGet(
            () -> {
              problems.add(
                  RejectionCode.UNSUPPORTED_VERSION,
                  "$.version",
                  version.asText(),
                  "1.0.0, 1.1.0, 1.2.0 or 2.x.x");
              return byShape;
            });
  }
}
