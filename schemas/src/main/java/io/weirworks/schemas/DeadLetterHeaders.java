package io.weirworks.schemas;

/**
 * The headers that a dead letter carries beside those of the record it was: why it is there and
 * where it came from. Key and value are the original bytes.
 */
public final class DeadLetterHeaders {

  /** Stable code of the cause: an {@link UndecodableException.Reason} or an error code. */
  public static final String CODE = "weirworks-cause-code";

  /** The cause in a sentence. */
  public static final String MESSAGE = "weirworks-cause-message";

  /** Topic that the record was read from. */
  public static final String TOPIC = "weirworks-source-topic";

  /** Partition that the record was read from, decimal. */
  public static final String PARTITION = "weirworks-source-partition";

  /** Offset that the record was read from, decimal. */
  public static final String OFFSET = "weirworks-source-offset";

  private DeadLetterHeaders() {}
}
