package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** From a stranger's text to a tree of plain data, within {@link FlowSpecLimits}. */
final class DocumentTree {
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(FlowSpecLimits.MAX_DEPTH)
          .maxStringLength(FlowSpecLimits.MAX_BYTES)
          .maxNameLength(FlowSpecLimits.MAX_KEY_LENGTH)
          .maxNumberLength(FlowSpecLimits.MAX_NUMBER_LENGTH)
          .build();
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .loaderOptions(YamlGate.options())
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
          .build();

  private static final String WHOLE = "$";
  private static final String PLAIN_TEXT = "one JSON object or one YAML map";

  private DocumentTree() {}

  /**
   * JSON if the first character that is no white space opens an object or list, else YAML
   * (dataworks-semantics 1.0).
   */
  static Checked<ObjectNode> parse(String text) {
    Problems problems = new Problems();
    JsonNode tree = isTooLarge(text, problems) ? null : parseWithin(text, problems);
    if (tree instanceof ObjectNode object && problems.isEmpty()) {
      return new Checked.Valid<>(object);
    }
    if (problems.isEmpty()) {
      String kind = tree == null ? "" : tree.getNodeType().toString();
      problems.add(RejectionCode.MALFORMED_DOCUMENT, WHOLE, kind, PLAIN_TEXT);
    }
    return new Checked.Invalid<>(problems.all());
  }

  private static boolean isTooLarge(String text, Problems problems) {
    // A text has at least as many bytes as characters, so a huge one is refused without being
    // encoded.
    int bytes =
        text.length() > FlowSpecLimits.MAX_BYTES
            ? text.length()
            : text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes <= FlowSpecLimits.MAX_BYTES) {
      return false;
    }
    problems.add(
        RejectionCode.DOCUMENT_TOO_LARGE,
        WHOLE,
        bytes + " bytes",
        "at most " + FlowSpecLimits.MAX_BYTES + " bytes of UTF-8");
    return true;
  }

  private static @Nullable JsonNode parseWithin(String text, Problems problems) {
    String document = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      if (isJson(document)) {
        return build(JSON.createParser(document), problems);
      }
      YamlGate.check(document, problems);
      return problems.isEmpty() ? build(YAML.createParser(document), problems) : null;
    } catch (StreamConstraintsException e) {
      overLimit(e, problems);
    } catch (JsonProcessingException e) {
      malformed(place(e.getLocation()), e.getOriginalMessage(), problems);
    } catch (MarkedYAMLException e) {
      malformed(place(e.getProblemMark()), e.getProblem(), problems);
    } catch (YAMLException | IOException e) {
      malformed(WHOLE, e.getMessage(), problems);
    }
    return null;
  }

  private static void malformed(String place, @Nullable String message, Problems problems) {
    problems.add(RejectionCode.MALFORMED_DOCUMENT, place, firstLine(message), PLAIN_TEXT);
  }

  /** The parser tells its limits apart by their texts only. */
  private static void overLimit(StreamConstraintsException e, Problems problems) {
    String limit = firstLine(e.getOriginalMessage());
    RejectionCode code =
        limit.contains("nesting depth")
            ? RejectionCode.DOCUMENT_TOO_DEEP
            : RejectionCode.MALFORMED_DOCUMENT;
    problems.add(code, place(e.getLocation()), "", "within the limits: " + limit);
  }

  private static boolean isJson(String document) {
    String start = document.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static @Nullable JsonNode build(JsonParser parser, Problems problems) throws IOException {
    try (parser) {
      if (parser.nextToken() == null) {
        return null;
      }
      JsonNode tree = new TreeBuilder(parser, problems).value(WHOLE);
      JsonToken trailing = parser.nextToken();
      if (trailing != null) {
        problems.add(
            RejectionCode.MALFORMED_DOCUMENT,
            place(parser.currentTokenLocation()),
            trailing.toString(),
            "nothing after the document's end");
      }
      return tree;
    }
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? WHOLE
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String place(@Nullable Mark mark) {
    return mark == null
        ? WHOLE
        : "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
