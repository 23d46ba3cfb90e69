package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecVariable;
import io.weirworks.registry.flowspec.VariableScope;
import io.weirworks.registry.flowspec.VariableType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parameters as FlowSpec variables, and as the text that the console offers for them
 * (dataworks-semantics 1.6, 2.7).
 */
final class ParameterCheck {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Set<VariableScope> OWN_SCOPES =
      Set.of(VariableScope.NODE_PARAMETER, VariableScope.WORKFLOW);

  private final ExpressionCheck expressions;
  private final Problems problems;

  ParameterCheck(ExpressionCheck expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  NodeParameters ofNode(NodeType type, List<PlacedVariable> placed) {
    return type.takesPositionalParameters()
        ? new NodeParameters.Positional(positional(placed))
        : new NodeParameters.Named(named(placed));
  }

  List<NamedParameter> named(List<PlacedVariable> variables) {
    List<NamedParameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (PlacedVariable placed : variables) {
      for (NamedParameter parameter : read(placed.variable(), placed.path())) {
        if (names.add(parameter.name())) {
          parameters.add(parameter);
        } else {
          problems.add(
              RejectionCode.DUPLICATE_PARAMETER,
              placed.path(),
              parameter.name(),
              "each parameter name once");
        }
      }
    }
    return parameters;
  }

  private List<NamedParameter> read(SpecVariable variable, String path) {
    if (!isOwn(variable, path)) {
      return List.of();
    }
    if (variable.type() == VariableType.NO_KV_VARIABLE_EXPRESSION) {
      return words(variable).stream().flatMap(word -> pair(word, path).stream()).toList();
    }
    String name = variable.name() == null ? "" : variable.name();
    String value = variable.value();
    if (!Names.isParameterName(name)) {
      problems.add(RejectionCode.INVALID_PARAMETER, path + ".name", name, Names.PARAMETER_RULE);
    } else if (value == null) {
      problems.add(RejectionCode.MISSING_VALUE, path + ".value", "", "the value of " + name);
    } else if (variable.type() == VariableType.CONSTANT) {
      return List.of(new NamedParameter(name, new ParameterValue.Constant(value)));
    } else {
      checkExpression(value, path + ".value");
      return List.of(new NamedParameter(name, new ParameterValue.Expression(value)));
    }
    return List.of();
  }

  /** One {@code name=expression}, as parameters are typed as text. */
  private List<NamedParameter> pair(String word, String path) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? "" : word.substring(0, equals);
    String expression = word.substring(equals + 1);
    if (!Names.isParameterName(name) || expression.isEmpty()) {
      problems.add(
          RejectionCode.INVALID_PARAMETER,
          path + ".value",
          word,
          "name=expression pairs parted by blanks, each name of " + Names.PARAMETER_RULE);
      return List.of();
    }
    checkExpression(expression, path + ".value");
    return List.of(new NamedParameter(name, new ParameterValue.Expression(expression)));
  }

  private List<String> positional(List<PlacedVariable> variables) {
    List<String> values = new ArrayList<>();
    for (PlacedVariable placed : variables) {
      SpecVariable variable = placed.variable();
      String at = placed.path();
      if (!isOwn(variable, at) || !isInPosition(variable, values.size() + 1, at)) {
        continue;
      }
      for (String expression : words(variable)) {
        checkExpression(expression, at + ".value");
        values.add(expression);
      }
    }
    return values;
  }

  /**
   * Positions cannot be told from names, so a name other than the position itself means a
   * misunderstanding.
   */
  private boolean isInPosition(SpecVariable variable, int position, String path) {
    String name = variable.name() == null ? "-" : variable.name();
    boolean named = variable.type() != VariableType.NO_KV_VARIABLE_EXPRESSION && !name.equals("-");
    if (!named || name.equals("$" + position) || name.equals("" + position)) {
      return true;
    }
    problems.add(
        RejectionCode.INVALID_PARAMETER,
        path + ".name",
        name,
        "no name but the position " + position + ": a common shell script reads $1, $2, …");
    return false;
  }

  private boolean isOwn(SpecVariable variable, String path) {
    boolean ownScope = variable.scope() == null || OWN_SCOPES.contains(variable.scope());
    boolean ownType =
        variable.type() != VariableType.NODE_OUTPUT && variable.type() != VariableType.PASS_THROUGH;
    if (!ownScope && variable.scope() != null) {
      problems.add(
          RejectionCode.FEATURE_NOT_SUPPORTED_YET,
          path + ".scope",
          variable.scope().text(),
          "scope NodeParameter or Workflow");
    } else if (!ownType && variable.type() != null) {
      problems.add(
          RejectionCode.FEATURE_NOT_SUPPORTED_YET,
          path + ".type",
          variable.type().text(),
          "type System, Constant or NoKvVariableExpression");
    }
    return ownScope && ownType;
  }

  private static List<String> words(SpecVariable variable) {
    String value = variable.value() == null ? "" : variable.value();
    return BLANKS.splitAsStream(value).filter(word -> !word.isEmpty()).toList();
  }

  private void checkExpression(String expression, String path) {
    expressions
        .fault(expression)
        .ifPresent(
            right -> problems.add(RejectionCode.INVALID_EXPRESSION, path, expression, right));
  }
}
