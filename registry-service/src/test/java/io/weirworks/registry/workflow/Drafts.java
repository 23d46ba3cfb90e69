package io.weirworks.registry.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.flowspec.Documents;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** The document {@code flights.json} and documents that differ from it in one place. */
final class Drafts {
  static final UUID WORKSPACE = UUID.fromString("0197a000-0000-7000-8000-000000000001");

  /** Refuses what holds {@code hh24} in braces, as the real check does. */
  static final DeployContext CONTEXT =
      new DeployContext(
          WORKSPACE,
          "demo",
          ZoneId.of("Europe/Berlin"),
          expression ->
              expression.contains("${hh24}") ? Optional.of("$[hh24] for hours") : Optional.empty());

  private static final JsonMapper JSON = new JsonMapper();

  private Drafts() {}

  static Checked<WorkflowDraft> read(String text) {
    return WorkflowDraft.read(text, CONTEXT);
  }

  static WorkflowDraft flights() {
    return Documents.valid(read(Documents.text("flights.json")));
  }

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /**
   * The flights document with one value replaced.
   *
   * @param pointer JSON pointer; inside the workflow if it begins with {@code nodes} or another key
   *     of it
   * @param json the new value; "absent" removes it
   */
  static String flightsWith(String pointer, String json) {
    ObjectNode document = (ObjectNode) tree(Documents.text("flights.json"));
    String absolute = pointer.startsWith("/") ? pointer : "/spec/workflows/0/" + pointer;
    int last = absolute.lastIndexOf('/');
    ObjectNode holder = (ObjectNode) document.requiredAt(absolute.substring(0, last));
    String key = absolute.substring(last + 1);
    if (json.equals("absent")) {
      holder.remove(key);
    } else {
      holder.set(key, tree(json));
    }
    return document.toString();
  }
}
