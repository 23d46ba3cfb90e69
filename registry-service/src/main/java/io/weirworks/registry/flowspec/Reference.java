package io.weirworks.registry.flowspec;

import io.weirworks.registry.decision.NearMatches;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that stands for an object: {@code {{id}}}, {@code {{section.id}}} or the older {@code
 * {id}} (dataworks-semantics 1.2). Only fields that hold an object are read so; braces in code,
 * values and descriptions are plain text.
 */
record Reference(String target) {
  private static final Pattern DOUBLE = Pattern.compile("\\{\\{([^{}\"]+)}}");
  private static final Pattern SINGLE = Pattern.compile("\\{([^{}\"]+)}");

  static @Nullable Reference parse(String text) {
    for (Pattern pattern : new Pattern[] {DOUBLE, SINGLE}) {
      Matcher matcher = pattern.matcher(text.strip());
      if (matcher.matches()) {
        return new Reference(matcher.group(1).strip());
      }
    }
    return null;
  }

  /**
   * The object of the expected section with this id, or, since ids may contain dots, with the id
   * behind the section's name.
   */
  @Nullable Located find(Section expected, Definitions definitions) {
    Located place = definitions.find(expected, target);
    return place != null || !namesSection(expected) ? place : definitions.find(expected, id());
  }

  /** What would be right instead, where nothing was found. */
  String expected(Section expected, Definitions definitions) {
    boolean other =
        target.contains(".")
            && Section.named(sectionName()).filter(named -> named != expected).isPresent();
    String hint =
        NearMatches.hint(namesSection(expected) ? id() : target, definitions.ids(expected));
    return other
        ? "a reference to " + expected.noun() + hint
        : "the id of " + expected.noun() + " of this document" + hint;
  }

  private boolean namesSection(Section expected) {
    return target.contains(".")
        && Section.named(sectionName()).filter(expected::equals).isPresent();
  }

  private String sectionName() {
    return target.substring(0, target.indexOf('.'));
  }

  private String id() {
    return target.substring(target.indexOf('.') + 1);
  }
}
