package io.weirworks.registry.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outer form of scheduling-parameter expressions (dataworks-semantics 2.7): no blank, no '=',
 * every <code>${…}</code> and <code>$[…]</code> closed and not nested. What stands inside is the
 * scheduler's to judge, which evaluates it.
 */
public final class ExpressionForm implements ExpressionCheck {

  private static final Pattern SEPARATOR = Pattern.compile("[\\s\\p{Zs}=]");
  private static final Pattern OPENING = Pattern.compile("\\$[\\[{]");
  private static final Pattern FORM = Pattern.compile("\\$\\{[^}$]+}|\\$\\[[^]$]+]");

  @Override
  public Optional<String> fault(String expression) {
    if (SEPARATOR.matcher(expression).find()) {
      return Optional.of("an expression without blanks and '='");
    }
    Matcher opening = OPENING.matcher(expression);
    Matcher form = FORM.matcher(expression);
    while (opening.find()) {
      form.region(opening.start(), expression.length());
      if (!form.lookingAt()) {
        return Optional.of(
            "each ${…} closed by '}', each $[…] by ']', neither empty nor nested, unlike at"
                + " character "
                + (opening.start() + 1));
      }
    }
    return Optional.empty();
  }
}
