package io.weirworks.executor.spark;

/** There is no Spark on this host, or what it needs is missing; the message says what to set. */
public final class SparkUnavailableException extends RuntimeException {

  public SparkUnavailableException(String message) {
    super(message);
  }

  public SparkUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
