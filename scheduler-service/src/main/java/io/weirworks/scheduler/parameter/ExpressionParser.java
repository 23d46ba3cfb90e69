package io.weirworks.scheduler.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits an expression into its parts by the grammar of dataworks-semantics 2.7. */
final class ExpressionParser {
  private final String expression;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int textStart;
  private int at;

  ExpressionParser(String expression) {
    this.expression = expression;
  }

  List<Part> parse() {
    refuseBlanksAndEqualsSigns();
    while (at < expression.length()) {
      if (expression.startsWith("${", at)) {
        add(BusinessDateForm.parse(content('}'), at), '}');
      } else if (expression.startsWith("$[", at)) {
        add(ScheduledTimeForm.parse(content(']'), at), ']');
      } else if (expression.charAt(at) == '$' && letters(at + 1) > at + 1) {
        name();
      } else {
        text.append(expression.charAt(at++));
      }
    }
    endText();
    return parts;
  }

  private void refuseBlanksAndEqualsSigns() {
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        throw new RefusedExpression(
            ParameterErrorCode.BLANK,
            i,
            "There is a blank in the expression.",
            "Leave blanks out; several parameters are several expressions.");
      }
      if (c == '=') {
        throw new RefusedExpression(
            ParameterErrorCode.EQUALS_SIGN,
            i,
            "There is a '=' in the expression.",
            "Leave '=' out; it separates a parameter's name from its expression.");
      }
    }
  }

  /**
   * The text inside the form that begins here; a {@code $} inside means that an earlier form was
   * never closed.
   */
  private String content(char close) {
    int end = expression.indexOf(close, at);
    int next = expression.indexOf('$', at + 1);
    if (end < 0 || (next >= 0 && next < end)) {
      throw new RefusedExpression(
          ParameterErrorCode.UNCLOSED_FORM,
          at,
          "The form '" + expression.substring(at, at + 2) + "' is not closed.",
          "Close it with '" + close + "'; forms cannot be nested.");
    }
    return expression.substring(at + 2, end);
  }

  private void name() {
    int end = letters(at + 1);
    String name = expression.substring(at + 1, end);
    int position = at;
    BuiltIn builtIn =
        BuiltIn.named(name)
            .orElseThrow(
                () ->
                    new RefusedExpression(
                        ParameterErrorCode.UNKNOWN_NAME,
                        position,
                        "'$" + name + "' is not a built-in name.",
                        nameHint(name)));
    endText();
    parts.add(new Part.Name(builtIn, at));
    at = end;
    textStart = at;
  }

  private static String nameHint(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.equals(name) && BuiltIn.named(lower).isPresent()
        ? "Built-in names are in lower case: $" + lower + "."
        : "Use $bizdate, $cyctime, $gmtdate, $bizmonth, $jobid, $nodeid, $taskid, or a format: ${yyyymmdd}, $[yyyymmdd].";
  }

  private void add(Part part, char close) {
    endText();
    parts.add(part);
    at = expression.indexOf(close, at) + 1;
    textStart = at;
  }

  private void endText() {
    if (!text.isEmpty()) {
      parts.add(new Part.Text(text.toString(), textStart));
      text.setLength(0);
    }
  }

  private int letters(int from) {
    int end = from;
    while (end < expression.length() && isLetter(expression.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
