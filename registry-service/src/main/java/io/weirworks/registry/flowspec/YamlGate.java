package io.weirworks.registry.flowspec;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import java.io.StringReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Lets through only the part of YAML that is plain data: one document, no aliases (a few lines of
 * which can stand for terabytes), no tags but those of JSON's types. It reads events, which costs
 * no more than the text is long.
 */
final class YamlGate {
  private static final Set<String> PLAIN_TAGS =
      Set.of(
          Tag.STR.getValue(),
          Tag.INT.getValue(),
          Tag.FLOAT.getValue(),
          Tag.BOOL.getValue(),
          Tag.NULL.getValue(),
          Tag.MAP.getValue(),
          Tag.SEQ.getValue(),
          "!");

  private YamlGate() {}

  static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(FlowSpecLimits.MAX_BYTES);
    options.setNestingDepthLimit(FlowSpecLimits.MAX_DEPTH);
    options.setAllowDuplicateKeys(true);
    return options;
  }

  /**
   * Notes what {@code text} uses beyond plain data; throws snakeyaml's exception where it is not
   * YAML.
   */
  static void check(String text, Problems problems) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Yaml(new SafeConstructor(options())).parse(new StringReader(text))) {
      documents += event instanceof DocumentStartEvent ? 1 : 0;
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > FlowSpecLimits.MAX_DEPTH) {
        // The parser's time grows with the square of the depth, so it must not go on.
        String expected = "at most " + FlowSpecLimits.MAX_DEPTH + " levels";
        problems.add(RejectionCode.DOCUMENT_TOO_DEEP, place(event), "", expected);
        return;
      }
      if (documents > 1) {
        problems.add(
            RejectionCode.MALFORMED_DOCUMENT, place(event), "---", "one YAML document in one text");
        return;
      }
      checkPlain(event, problems);
    }
  }

  private static void checkPlain(Event event, Problems problems) {
    switch (event) {
      case AliasEvent alias ->
          problems.add(
              RejectionCode.YAML_ALIAS_NOT_ALLOWED,
              place(alias),
              "*" + alias.getAnchor(),
              "the value itself, or a FlowSpec reference such as {{scripts.id}}");
      case ScalarEvent scalar -> checkTag(scalar, scalar.getTag(), problems);
      case CollectionStartEvent collection -> checkTag(collection, collection.getTag(), problems);
      default -> {}
    }
  }

  private static void checkTag(Event event, @Nullable String tag, Problems problems) {
    if (tag != null && !PLAIN_TAGS.contains(tag)) {
      problems.add(
          RejectionCode.YAML_TAG_NOT_ALLOWED,
          place(event),
          tag,
          "a text, number, boolean, null, map or list");
    }
  }

  private static String place(Event event) {
    Mark mark = event.getStartMark();
    return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
  }
}
