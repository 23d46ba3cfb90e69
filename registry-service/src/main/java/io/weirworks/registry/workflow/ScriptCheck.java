package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.CONTENT_TOO_LARGE;
import static io.weirworks.registry.decision.RejectionCode.FEATURE_NOT_SUPPORTED_YET;
import static io.weirworks.registry.decision.RejectionCode.INVALID_CONTROL_FLOW;
import static io.weirworks.registry.decision.RejectionCode.LANGUAGE_MISMATCH;
import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.WRONG_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.JsonPaths;
import io.weirworks.registry.flowspec.OtherKeys;
import io.weirworks.registry.flowspec.SpecInnerFlow;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecRuntime;
import io.weirworks.registry.flowspec.SpecScript;
import io.weirworks.registry.flowspec.VariableType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A node's script: its type, and whether language, code, parameters and settings agree with it. */
final class ScriptCheck {
  private final Problems problems;
  private final ParameterCheck parameters;

  ScriptCheck(Problems problems, ExpressionCheck expressions) {
    this.problems = problems;
    this.parameters = new ParameterCheck(expressions, problems);
  }

  /** The script, or nothing and a problem where its node type cannot be run. */
  @Nullable NodeScript script(SpecNode node, String nodePath) {
    SpecScript script = node.script();
    String path = nodePath + ".script";
    NodeType type = new NodeTypeCheck(problems).type(script, path);
    if (type == null || script == null) {
      return null;
    }
    checkLanguage(type, script.language(), path + ".language");
    SpecRuntime runtime = script.runtime();
    String runtimePath = path + ".runtime";
    if (runtime != null && runtime.others().values().containsKey("container")) {
      problems.add(FEATURE_NOT_SUPPORTED_YET, runtimePath + ".container", "", "no container image");
    }
    return new NodeScript(
        type,
        script.language(),
        content(type, script, path + ".content"),
        parameters.ofNode(type, variables(type, node, nodePath)),
        runtime == null
            ? Collections.emptySortedMap()
            : texts(runtime.emrJobConfig(), runtimePath + ".emrJobConfig"),
        runtime == null
            ? Collections.emptySortedMap()
            : texts(runtime.sparkConf(), runtimePath + ".sparkConf"));
  }

  /** Of a parameter node also what it offers by itself, not what it passes on. */
  private static List<PlacedVariable> variables(NodeType type, SpecNode node, String path) {
    List<PlacedVariable> variables =
        new ArrayList<>(
            PlacedVariable.all(
                Objects.requireNonNull(node.script()).parameters(), path + ".script.parameters"));
    SpecInnerFlow hub = node.controllers().paramHub();
    if (type == NodeType.PARAM_HUB && hub != null) {
      PlacedVariable.all(hub.variables(), JsonPaths.child(path, "param-hub") + ".variables")
          .stream()
          .filter(placed -> placed.variable().type() != VariableType.PASS_THROUGH)
          .map(PlacedVariable::ownedByNode)
          .forEach(variables::add);
    }
    return variables;
  }

  private void checkLanguage(NodeType type, @Nullable String language, String path) {
    if (language != null && type.hasContent() && !type.languages().contains(language)) {
      problems.add(
          LANGUAGE_MISMATCH,
          path,
          language,
          String.join(" or ", type.languages().stream().sorted().toList()) + " for " + type);
    }
  }

  private String content(NodeType type, SpecScript script, String path) {
    if (!type.hasContent()) {
      return "";
    }
    String content = script.content() == null ? "" : script.content();
    if (content.isBlank()) {
      problems.add(MISSING_VALUE, path, "", "the code that " + type + " runs");
    }
    if (type == NodeType.CHECK_NODE && !content.isBlank()) {
      new CheckSettings(problems, path).check(content);
    }
    boolean sql = isSql(type, script.language());
    CodeRule.fault(type, sql, content)
        .ifPresent(right -> problems.add(INVALID_CONTROL_FLOW, path, firstLine(content), right));
    int most = sql ? WorkflowLimits.MAX_SQL_BYTES : WorkflowLimits.MAX_SCRIPT_BYTES;
    int bytes = content.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      problems.add(
          CONTENT_TOO_LARGE, path, bytes + " bytes", "at most " + most + " bytes of UTF-8");
    }
    return content;
  }

  private static boolean isSql(NodeType type, @Nullable String language) {
    return type == NodeType.EMR_SPARK_SQL
        || (type.isOfAnyLanguage() && language != null && language.endsWith("sql"));
  }

  private static String firstLine(String content) {
    return content.lines().findFirst().orElse("");
  }

  private SortedMap<String, String> texts(OtherKeys keys, String path) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : keys.values().entrySet()) {
      JsonNode value = entry.getValue();
      if (value.isContainerNode()) {
        problems.add(
            WRONG_TYPE,
            path + "['" + entry.getKey() + "']",
            value.toString(),
            "a text, number or boolean");
      } else if (!value.isNull()) {
        texts.put(entry.getKey(), value.asText());
      }
    }
    return texts;
  }
}
