package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.controlflow.Expression.Comparison;
import io.weirworks.scheduler.controlflow.Expression.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition by the precedence of Python 3; calls, names with dots and the like are none.
 */
final class ConditionParser {
  private static final int MAX_DEPTH = 50;

  private final List<Lexeme> lexemes;
  private int at;
  private int depth;

  private ConditionParser(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  static Expression parse(String text) {
    ConditionParser parser = new ConditionParser(ConditionLexer.lexemes(text));
    Expression expression = parser.or();
    if (parser.next().kind() != Lexeme.Kind.END) {
      throw parser.unexpected("an operator such as ==, and, or");
    }
    return expression;
  }

  private Lexeme next() {
    return lexemes.get(at);
  }

  private boolean take(String signOrWord) {
    boolean found = next().is(signOrWord);
    at += found ? 1 : 0;
    return found;
  }

  private RefusedCondition unexpected(String expected) {
    return new RefusedCondition(
        "at character %d stands %s where %s is expected"
            .formatted(next().position() + 1, next().shown(), expected));
  }

  private Expression deeper(Supplier<Expression> inner) {
    if (++depth > MAX_DEPTH) {
      throw new RefusedCondition(
          "it is nested more than " + MAX_DEPTH + " deep, which is the most");
    }
    Expression expression = inner.get();
    depth--;
    return expression;
  }

  private Expression or() {
    List<Expression> operands = new ArrayList<>(List.of(and()));
    while (take("or")) {
      operands.add(and());
    }
    return operands.size() == 1 ? operands.getFirst() : new Expression.Or(operands);
  }

  private Expression and() {
    List<Expression> operands = new ArrayList<>(List.of(not()));
    while (take("and")) {
      operands.add(not());
    }
    return operands.size() == 1 ? operands.getFirst() : new Expression.And(operands);
  }

  private Expression not() {
    return take("not") ? deeper(() -> new Expression.Not(not())) : comparison();
  }

  private Expression comparison() {
    Expression first = sum();
    List<Expression.Link> links = new ArrayList<>();
    for (Comparison found = sign(); found != null; found = sign()) {
      links.add(new Expression.Link(found, sum()));
    }
    return links.isEmpty() ? first : new Expression.Compared(first, links);
  }

  private @Nullable Comparison sign() {
    if (next().is("not") && lexemes.get(at + 1).is("in")) {
      at += 2;
      return Comparison.NOT_IN;
    }
    if (next().is("is")) {
      throw unexpected("== instead of is");
    }
    Comparison found =
        switch (next().kind() == Lexeme.Kind.TEXT ? "" : next().text()) {
          case "==" -> Comparison.EQUAL;
          case "!=" -> Comparison.NOT_EQUAL;
          case "<" -> Comparison.LESS;
          case "<=" -> Comparison.LESS_OR_EQUAL;
          case ">" -> Comparison.GREATER;
          case ">=" -> Comparison.GREATER_OR_EQUAL;
          case "in" -> Comparison.IN;
          default -> null;
        };
    at += found == null ? 0 : 1;
    return found;
  }

  private Expression sum() {
    Expression left = product();
    while (true) {
      if (take("+")) {
        left = new Expression.Calculated(left, Operation.PLUS, product());
      } else if (take("-")) {
        left = new Expression.Calculated(left, Operation.MINUS, product());
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    Expression left = factor();
    while (true) {
      if (take("*")) {
        left = new Expression.Calculated(left, Operation.TIMES, factor());
      } else if (take("/")) {
        left = new Expression.Calculated(left, Operation.DIVIDED, factor());
      } else if (take("//")) {
        left = new Expression.Calculated(left, Operation.FLOOR_DIVIDED, factor());
      } else if (take("%")) {
        left = new Expression.Calculated(left, Operation.MODULO, factor());
      } else {
        return left;
      }
    }
  }

  private Expression factor() {
    if (take("-")) {
      return deeper(() -> new Expression.Negative(factor()));
    }
    return take("+") ? deeper(this::factor) : atom();
  }

  private Expression atom() {
    Lexeme lexeme = next();
    return switch (lexeme.kind()) {
      case NUMBER -> literal(NumberLiteral.value(lexeme.text()));
      case TEXT -> literal(new Operand.Text(lexeme.text()));
      case WORD -> {
        at++;
        yield word(lexeme);
      }
      case SIGN, END -> bracketed();
    };
  }

  private Expression literal(Operand value) {
    at++;
    return new Expression.Literal(value);
  }

  private Expression bracketed() {
    if (take("(")) {
      return deeper(() -> listed(")"));
    }
    if (take("[")) {
      return deeper(() -> listed("]"));
    }
    throw unexpected("a value");
  }

  /** A list or a tuple; what alone stands in round brackets is itself. */
  private Expression listed(String end) {
    List<Expression> items = new ArrayList<>();
    boolean comma = true;
    while (comma && !next().is(end)) {
      items.add(or());
      comma = take(",");
    }
    if (!take(end)) {
      throw unexpected("'" + end + "'");
    }
    boolean isGroup = end.equals(")") && items.size() == 1 && !comma;
    return isGroup ? items.getFirst() : new Expression.Listed(items);
  }

  private Expression word(Lexeme lexeme) {
    if (next().is("(")) {
      throw new RefusedCondition(
          "the call of %s has no meaning here; only values are compared".formatted(lexeme.shown()));
    }
    return switch (lexeme.text()) {
      case "True" -> new Expression.Literal(new Operand.Truth(true));
      case "False" -> new Expression.Literal(new Operand.Truth(false));
      case "None" -> new Expression.Literal(new Operand.None());
      case "and", "or", "not", "in", "is" -> {
        at--;
        throw unexpected("a value");
      }
      default -> new Expression.Name(lexeme.text());
    };
  }
}
