package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * Writes FlowSpec, in JSON or YAML, in any version (dataworks-semantics 13 row 3: 2.0.0 unless
 * asked otherwise). What is read from what was written equals what was written, the version apart.
 * References were resolved when the document was read, so none are written.
 */
public final class FlowSpecWriter {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final ObjectMapper YAML = YAMLMapper.builder().build();
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private FlowSpecWriter() {}

  public static String json(FlowSpec document, SpecVersion version) {
    return text(JSON, tree(document, version));
  }

  public static String yaml(FlowSpec document, SpecVersion version) {
    return text(YAML, tree(document, version));
  }

  /**
   * One text for all documents of equal content, however they were written: 2.0.0 JSON without
   * white space, keys in the order of their characters.
   */
  public static String canonical(FlowSpec document) {
    return text(CANONICAL, tree(document, SpecVersion.V2));
  }

  private static ObjectNode tree(FlowSpec document, SpecVersion version) {
    TreeWriter out =
        new TreeWriter()
            .text("version", version.number())
            .text("kind", document.kind())
            .freeKeys("metadata", document.metadata());
    if (version == SpecVersion.V1_0) {
      document.body().writeTo(out, version);
    } else {
      out.object("spec", document.body(), body -> body.write(version));
    }
    return out.otherKeys(document.others()).done();
  }

  private static String text(ObjectMapper mapper, ObjectNode tree) {
    try {
      return mapper.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory can always be written", e);
    }
  }
}
