package io.weirworks.registry.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** FlowSpec documents as the tests deploy them. */
final class FlowSpecs {

  private FlowSpecs() {}

  /** A daily workflow of one node of this type, which names this computing resource. */
  static String daily(String name, String type, String content, String computingResource) {
    ObjectNode node = node("report", type, content);
    node.putObject("datasource").put("name", computingResource).put("type", "emr");
    return workflow(name, node).toString();
  }

  static ObjectNode workflow(String name, ObjectNode... nodes) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("version", "2.0.0").put("kind", "CycleWorkflow");
    ObjectNode workflow = document.putObject("spec").putArray("workflows").addObject();
    workflow.put("id", name).put("name", name);
    workflow.putObject("trigger").put("type", "Scheduler").put("cron", "00 30 05 * * ?");
    ArrayNode all = workflow.putArray("nodes");
    for (ObjectNode node : nodes) {
      all.add(node);
    }
    return document;
  }

  static ObjectNode node(String id, String type, String content) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("name", id);
    ObjectNode script = node.putObject("script");
    script.put("content", content);
    script.putObject("runtime").put("command", type);
    return node;
  }

  /** Adds a parameter whose value is an expression. */
  static ObjectNode withParameter(ObjectNode node, String name, String expression) {
    ((ObjectNode) node.path("script"))
        .putArray("parameters")
        .addObject()
        .put("name", name)
        .put("scope", "NodeParameter")
        .put("type", "System")
        .put("value", expression);
    return node;
  }
}
