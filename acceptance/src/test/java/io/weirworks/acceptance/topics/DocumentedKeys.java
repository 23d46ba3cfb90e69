package io.weirworks.acceptance.topics;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The record keys that the contract documents (docs/contract.md, {@code TopicKind}). */
public final class DocumentedKeys {

  /** By id of a command: the keys of the events that it led to. */
  private final Map<String, Set<String>> ofEffects = new HashMap<>();

  /**
   * @param records all of a platform, as a foreign client decoded them
   */
  public DocumentedKeys(Collection<JsonNode> records) {
    records.stream()
        .filter(record -> kind(record) == TopicKind.EVENTS)
        .forEach(
            event ->
                ofEffects
                    .computeIfAbsent(
                        header(event, CloudEventHeaders.CAUSATION_ID), cause -> new HashSet<>())
                    .add(key(event)));
  }

  /** The keys that a record may have: one, but any where others write. */
  public Set<String> of(JsonNode record) {
    JsonNode value = record.path("value");
    return switch (kind(record)) {
      case COMMANDS -> Set.of(key(record));
      case REPLIES -> Set.of(value.path("commandId").asText());
      case LOGS -> Set.of(value.path("runId").asText());
      case STATE -> Set.of(header(record, CloudEventHeaders.SUBJECT));
      case EVENTS, INTERNAL -> orderingKeys(record, value);
      case DEAD_LETTERS -> throw new IllegalArgumentException("dead letters have any key");
    };
  }

  private Set<String> orderingKeys(JsonNode record, JsonNode value) {
    if (!header(record, CloudEventHeaders.FORWARDED_TIME).isEmpty()) {
      // an outside command where it is decided: with what follows from it
      return ofEffects.getOrDefault(header(record, CloudEventHeaders.ID), Set.of());
    }
    return Stream.of(
            "/upstreamWorkflowInstanceId", "/workflowInstanceId", "/backfillId", "/dataset/id")
        .flatMap(pointer -> text(value, pointer).stream())
        .map(Set::of)
        .findFirst()
        .orElseGet(() -> Set.of(keyByType(record.path("type").asText(), value)));
  }

  private static String keyByType(String type, JsonNode value) {
    return switch (type.substring(type.lastIndexOf('.') + 1)) {
      case "WorkflowScheduled", "WorkflowUnscheduled", "InstancesGenerated", "ContinueGeneration" ->
          value.path("workspace").asText() + "/" + value.path("workflow").asText();
      case "RecordOpenLineage", "RecordImpact" -> value.path("orderingKey").asText();
      case "EngineEvidenceOpened", "EngineEvidenceClosed" ->
          ownerOfEvidence(value.path("evidenceId").asText());
      case "ImpactAssessed" -> value.at("/origins/0/dataset").asText();
      case "WorkspaceCreated" -> value.path("name").asText();
      case "ComputingResourceRegistered" -> value.path("workspace").asText();
      case "WorkflowDeployed" ->
          value.at("/definition/workspace").asText() + "/" + value.at("/definition/name").asText();
      default -> throw new IllegalArgumentException("no documented ordering key for " + type);
    };
  }

  /** {@code run:<workflow instance>/<run>} and the like, or {@code engine-run:<engine's run>}. */
  private static String ownerOfEvidence(String id) {
    String behind = id.substring(id.indexOf(':') + 1);
    int end = behind.indexOf('/');
    return end < 0 ? behind : behind.substring(0, end);
  }

  private static TopicKind kind(JsonNode record) {
    return Topics.byName(record.path("topic").asText()).orElseThrow().kind();
  }

  private static String key(JsonNode record) {
    return record.path("key").asText();
  }

  private static String header(JsonNode record, String name) {
    return record.path("headers").path(name).asText();
  }

  private static Optional<String> text(JsonNode node, String pointer) {
    JsonNode found = node.at(pointer);
    return found.isTextual() ? Optional.of(found.asText()) : Optional.empty();
  }
}
