package io.weirworks.scheduler.controlflow;

import java.util.List;

/** What a condition is made of. */
sealed interface Expression {

  /** The comparisons of Python, {@code is} left out. */
  enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    IN,
    NOT_IN
  }

  /** The operations of Python on two values. */
  enum Operation {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED,
    FLOOR_DIVIDED,
    MODULO
  }

  /** A value as written. */
  record Literal(Operand value) implements Expression {}

  /** A word that is no value by itself: a join's expression names its arms so. */
  record Name(String name) implements Expression {}

  record Listed(List<Expression> items) implements Expression {}

  record Not(Expression operand) implements Expression {}

  record Negative(Expression operand) implements Expression {}

  /** The first that is false, or the last. */
  record And(List<Expression> operands) implements Expression {}

  /** The first that is true, or the last. */
  record Or(List<Expression> operands) implements Expression {}

  /** A chain: {@code 1 < x <= 5} holds when each pair of neighbours does. */
  record Compared(Expression first, List<Link> links) implements Expression {}

  /** One further element of a chain. */
  record Link(Comparison comparison, Expression right) {}

  record Calculated(Expression left, Operation operation, Expression right) implements Expression {}
}
