package io.weirworks.registry.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.Rejection;
import io.weirworks.registry.flowspec.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a stranger sends is either fit or refused with problems; nothing is ever thrown. */
class DocumentFuzzProperties {
  private static final List<String> SOUND =
      List.of(
          "retail-1.0.json",
          "retail-1.1.json",
          "retail-1.1.yaml",
          "retail-2.0.json",
          "controllers.json",
          "flights.json");
  private static final String SPICE = "{}[]\",:&*!|>%@`'#-?~\\\n\t \u0000\uD800界0e9.nulltrue";
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999999999",
          "1.5",
          "\"\"",
          "\"{{x}}\"",
          "\"{{scripts.orders}}\"",
          "\"CONTROLLER_JOIN\"",
          "[]",
          "{}",
          "[[]]",
          "{\"nodes\":[{}]}",
          "\"\\ud800\"",
          "[null]");

  @Property(tries = 400, seed = "20261120")
  void textWithRandomEditsIsFitOrRefused(@ForAll long seed) {
    // given
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(Documents.text(SOUND.get(random.nextInt(SOUND.size()))));
    for (int edit = 1 + random.nextInt(4); edit > 0; edit--) {
      edit(text, random);
    }
    // then
    isFitOrRefused(text.toString());
  }

  @Property(tries = 400, seed = "20261120")
  void documentWithRandomValuesIsFitOrRefused(@ForAll long seed) {
    // given
    Random random = new Random(seed);
    String name =
        List.of("retail-1.0.json", "retail-2.0.json", "controllers.json", "flights.json")
            .get(random.nextInt(4));
    JsonNode tree = Drafts.tree(Documents.text(name));
    for (int edit = 1 + random.nextInt(4); edit > 0; edit--) {
      replaceSomething(tree, random);
    }
    // then
    isFitOrRefused(tree.toString());
  }

  private static void isFitOrRefused(String text) {
    switch (Drafts.read(text)) {
      case Checked.Valid<WorkflowDraft>(WorkflowDraft draft) ->
          assertThat(draft.definition().nodes()).isNotEmpty();
      case Checked.Invalid<WorkflowDraft>(List<Problem> problems) -> {
        assertThat(problems)
            .isNotEmpty()
            .allSatisfy(problem -> assertThat(problem.expected()).isNotBlank());
        assertThat(Rejection.of(problems).code()).isEqualTo(problems.getFirst().code());
      }
    }
  }

  private static void edit(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(20));
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, text.substring(at, end));
      case 2 -> text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
      default -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
    }
  }

  private static void replaceSomething(JsonNode tree, Random random) {
    List<JsonNode> holders = new ArrayList<>();
    collect(tree, holders);
    JsonNode value = Drafts.tree(VALUES.get(random.nextInt(VALUES.size())));
    switch (holders.get(random.nextInt(holders.size()))) {
      case ObjectNode object -> {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        object.set(keys.get(random.nextInt(keys.size())), value);
      }
      case ArrayNode array -> array.set(random.nextInt(array.size()), value);
      default -> throw new IllegalStateException("only objects and lists hold something");
    }
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode() && !node.isEmpty()) {
      holders.add(node);
    }
    node.forEach(child -> collect(child, holders));
  }
}
