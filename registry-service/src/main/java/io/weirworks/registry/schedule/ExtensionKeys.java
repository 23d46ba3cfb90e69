package io.weirworks.registry.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecTrigger;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The object under a key of our own in a trigger: for what FlowSpec has no word. A key in it that
 * we do not know is refused, since a typing error would silently leave the default.
 *
 * @param path JSON path of the object
 */
record ExtensionKeys(JsonNode object, String path, Problems problems) {

  /** The object; nothing where the trigger has none or something else there. */
  static @Nullable ExtensionKeys of(
      SpecTrigger trigger, String key, List<String> known, String path, Problems problems) {
    JsonNode written = trigger.others().values().get(key);
    if (written == null || written.isNull()) {
      return null;
    }
    String at = path + "." + key;
    if (!written.isObject()) {
      problems.add(
          RejectionCode.WRONG_TYPE, at, written.toString(), "an object with the keys " + known);
      return null;
    }
    for (String name : (Iterable<String>) written::fieldNames) {
      if (!known.contains(name)) {
        problems.add(
            RejectionCode.UNKNOWN_VALUE,
            at + "." + name,
            name,
            "one of the keys " + known + NearMatches.hint(name, known));
      }
    }
    return new ExtensionKeys(written, at, problems);
  }

  /** The constant that the key names in any case, else {@code otherwise}. */
  <E extends Enum<E>> E term(String key, E otherwise) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    E[] all = otherwise.getDeclaringClass().getEnumConstants();
    String text = value.asText().toUpperCase(Locale.ROOT);
    for (E each : all) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    String names = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
    problems.add(RejectionCode.UNKNOWN_VALUE, path + "." + key, value.asText(), "one of " + names);
    return otherwise;
  }

  /** The whole number under the key, else {@code otherwise}. */
  int number(String key, int least, int most, int otherwise) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (value.isNumber() && isWhole(value.decimalValue(), least, most)) {
      return value.decimalValue().intValueExact();
    }
    problems.add(
        RejectionCode.OUT_OF_RANGE,
        path + "." + key,
        value.asText(),
        "a whole number from " + least + " to " + most);
    return otherwise;
  }

  private static boolean isWhole(BigDecimal value, int least, int most) {
    return value.stripTrailingZeros().scale() <= 0
        && value.compareTo(BigDecimal.valueOf(least)) >= 0
        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
