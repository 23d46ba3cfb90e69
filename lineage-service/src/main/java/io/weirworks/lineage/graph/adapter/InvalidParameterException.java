package io.weirworks.lineage.graph.adapter;

/** A read asks for something that is not there or cannot be. */
final class InvalidParameterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final String value;

  InvalidParameterException(String parameter, String value, String message) {
    super(message);
    this.parameter = parameter;
    this.value = value;
  }

  Problem problem() {
    return new Problem("InvalidParameter", String.valueOf(getMessage()), parameter, value);
  }
}
