package io.weirworks.standalone.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.scheduler.recurrence.DstPolicy;
import java.util.Arrays;
import java.util.Locale;

/**
 * The DST policy of a trigger. FlowSpec has no word for it, so it stands in a key of our own:
 * {@code "x-dstPolicy": {"gap": "SHIFT_AS_DRY_RUN" | "SKIP", "fold": "LAST" | "FIRST" | "BOTH"}}.
 */
final class DraftDst {
  static final String KEY = "x-dstPolicy";

  private DraftDst() {}

  static DstPolicy policy(SpecTrigger trigger, String path, Problems problems) {
    JsonNode written = trigger.others().values().get(KEY);
    if (written == null) {
      return DstPolicy.DOCUMENTED;
    }
    return new DstPolicy(
        term(written, "gap", DstPolicy.DOCUMENTED.gap(), path, problems),
        term(written, "fold", DstPolicy.DOCUMENTED.fold(), path, problems));
  }

  private static <E extends Enum<E>> E term(
      JsonNode written, String key, E documented, String path, Problems problems) {
    JsonNode value = written.path(key);
    if (value.isMissingNode()) {
      return documented;
    }
    E[] all = documented.getDeclaringClass().getEnumConstants();
    String text = value.asText().toUpperCase(Locale.ROOT);
    for (E each : all) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    problems.add(
        RejectionCode.UNKNOWN_VALUE,
        path + "." + KEY + "." + key,
        value.asText(),
        "one of " + Arrays.toString(all));
    return documented;
  }
}
