package io.weirworks.standalone.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.contract.lineage.SetClassificationRule;
import io.weirworks.standalone.contractjson.JsonToAvro;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The classification rules that come with Weirworks, in {@code classification-template.json}, each
 * as the command that sets it (dataworks-semantics 7.4: the built-in template; its rules are not
 * public, these are ours).
 */
public final class RuleTemplate {

  private static final String RESOURCE = "classification-template.json";

  private RuleTemplate() {}

  /** All of them, in the order of the file. */
  public static List<SetClassificationRule> rules() {
    try (InputStream in =
        Objects.requireNonNull(RuleTemplate.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      List<SetClassificationRule> rules = new ArrayList<>();
      for (JsonNode rule : JsonMapper.builder().build().readTree(in)) {
        rules.add(
            (SetClassificationRule)
                JsonToAvro.record(SetClassificationRule.getClassSchema(), rule.toString()));
      }
      return rules;
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " of this program cannot be read", e);
    }
  }

  /** A rule's conditions as one line. */
  public static String conditions(SetClassificationRule rule) {
    return rule.getConditions().stream()
        .map(
            one ->
                "%s %s %s%s"
                    .formatted(
                        one.getTarget()
                            .name()
                            .substring("FIELD_".length())
                            .toLowerCase(Locale.ROOT),
                        one.getMatch(),
                        one.getValue(),
                        one.getHitPercent() == 0 ? "" : " " + one.getHitPercent() + "%"))
        .collect(Collectors.joining(" " + rule.getJoin() + " "));
  }
}
