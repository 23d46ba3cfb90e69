package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Sound documents at random: known keys with fitting values, unknown keys with any, some objects
 * defined in a section and referred to.
 */
final class RandomDocuments {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "",
          "plain",
          "ünï 界",
          "064152",
          "no",
          "{\"a\"}",
          "${bizdate}",
          "{{ not a reference",
          "a: b # c",
          "'\"\\\n\t",
          "1e5",
          "~",
          "- x",
          "\u0000\u0001");

  private final Random random;
  private int lastId;

  RandomDocuments(long seed) {
    this.random = new Random(seed);
  }

  /** A document whose objects all stand where they are used. */
  ObjectNode inlined() {
    ObjectNode body = body();
    ArrayNode nodes = body.putArray("nodes");
    ArrayNode edges = body.putArray("flow");
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      nodes.add(node(2));
    }
    for (int i = 0; i < count; i++) {
      edges.add(edge());
    }
    return document(body);
  }

  private ObjectNode document(ObjectNode body) {
    ObjectNode document = NODES.objectNode();
    document.put("version", "1.1.0").put("kind", "CycleWorkflow");
    maybe(document, "metadata", () -> NODES.objectNode().set("any", any(2)));
    maybe(document, "unknown", () -> any(2));
    document.set("spec", body);
    return document;
  }

  private ObjectNode body() {
    ObjectNode body = NODES.objectNode();
    maybe(body, "name", this::text);
    maybe(body, "owner", this::text);
    maybe(body, "newSection", () -> any(3));
    return body;
  }

  private ObjectNode node(int depth) {
    ObjectNode node = NODES.objectNode().put("id", nextId("n"));
    maybe(node, "name", this::text);
    maybe(node, "recurrence", () -> one("Normal", "skip", "PAUSE"));
    maybe(node, "priority", () -> NODES.numberNode(random.nextInt(20)));
    maybe(node, "timeout", () -> NODES.numberNode(random.nextInt(1_000)));
    maybe(node, "timeoutUnit", () -> one("SECONDS", "MINUTES", "HOURS"));
    maybe(node, "rerunMode", () -> one("Allowed", "AllDenied", "FailureAllowed"));
    maybe(node, "script", this::script);
    maybe(node, "trigger", this::trigger);
    maybe(node, "strategy", () -> NODES.objectNode().set("extra", any(1)));
    maybe(node, "outputs", this::outputs);
    maybe(node, "custom-key", () -> any(2));
    if (depth > 0) {
      maybe(
          node,
          "for-each",
          () -> NODES.objectNode().set("nodes", NODES.arrayNode().add(node(depth - 1))));
    }
    return node;
  }

  ObjectNode script() {
    ObjectNode script = NODES.objectNode();
    maybe(script, "path", this::text);
    maybe(script, "content", this::text);
    maybe(script, "language", this::text);
    maybe(
        script,
        "runtime",
        () ->
            NODES
                .objectNode()
                .put("command", "EMR_SHELL")
                .set("sparkConf", NODES.objectNode().set("a.b", any(1))));
    maybe(script, "parameters", () -> NODES.arrayNode().add(variable(1)));
    maybe(script, "odd", () -> any(1));
    return script;
  }

  private ObjectNode variable(int depth) {
    ObjectNode variable = NODES.objectNode();
    maybe(variable, "name", this::text);
    maybe(variable, "type", () -> one("System", "Constant", "PassThrough"));
    maybe(variable, "scope", () -> one("NodeParameter", "WorkflowParameter", "Tenant"));
    maybe(variable, "value", this::text);
    if (depth > 0) {
      maybe(variable, "referenceVariable", () -> variable(depth - 1));
    }
    return variable;
  }

  ObjectNode trigger() {
    ObjectNode trigger = NODES.objectNode();
    maybe(trigger, "type", () -> one("Scheduler", "manual"));
    maybe(trigger, "cron", this::text);
    maybe(trigger, "startTime", () -> one("2026-01-01T00:00:00", "2026-01-01 00:00:00"));
    maybe(trigger, "delaySeconds", () -> NODES.numberNode(random.nextInt()));
    maybe(trigger, "calendarId", () -> any(0));
    return trigger;
  }

  private ObjectNode outputs() {
    ObjectNode output = NODES.objectNode();
    maybe(output, "data", this::text);
    maybe(output, "isDefault", () -> NODES.booleanNode(random.nextBoolean()));
    ObjectNode outputs = NODES.objectNode();
    outputs.putArray(random.nextBoolean() ? "outputs" : "nodeOutputs").add(output);
    maybe(outputs, "tables", () -> NODES.arrayNode().add(NODES.objectNode().set("guid", any(1))));
    return outputs;
  }

  private ObjectNode edge() {
    ObjectNode edge = NODES.objectNode();
    maybe(edge, "nodeId", this::text);
    ObjectNode depend = NODES.objectNode();
    maybe(depend, "output", this::text);
    maybe(depend, "type", () -> one("Normal", "CrossCycleDependsOnSelf"));
    edge.putArray("depends").add(depend);
    return edge;
  }

  private JsonNode any(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(random.nextLong());
      case 4 ->
          NODES.numberNode(
              new java.math.BigDecimal(
                  java.math.BigInteger.valueOf(random.nextInt()), random.nextInt(6)));
      case 5, 6 -> text();
      case 7 -> NODES.arrayNode().add(any(depth - 1)).add(any(depth - 1));
      default ->
          NODES
              .objectNode()
              .<ObjectNode>set("k", any(depth - 1))
              .set(TEXTS.get(random.nextInt(TEXTS.size())), any(depth - 1));
    };
  }

  private JsonNode text() {
    return NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
  }

  private JsonNode one(String... values) {
    return NODES.textNode(values[random.nextInt(values.length)]);
  }

  String nextId(String kind) {
    return kind + ++lastId;
  }

  private void maybe(ObjectNode holder, String key, Supplier<? extends JsonNode> value) {
    if (random.nextInt(3) > 0) {
      holder.set(key, value.get());
    }
  }
}
