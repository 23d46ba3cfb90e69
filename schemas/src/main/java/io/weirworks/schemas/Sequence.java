package io.weirworks.schemas;

/**
 * The form of a sequence number in a header: 19 digits, zero-padded, so that text order is number
 * order (DESIGN 2, "Envelope").
 */
public final class Sequence {

  private static final int DIGITS = 19;

  private Sequence() {}

  /**
   * The header value for a sequence.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public static String format(long sequence) {
    if (sequence < 0) {
      throw new IllegalArgumentException("a sequence counts from 0, got " + sequence);
    }
    return "%019d".formatted(sequence);
  }

  /**
   * The sequence in a header value.
   *
   * @throws IllegalArgumentException when the text is not 19 digits that fit a long
   */
  public static long parse(String text) {
    if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a sequence has 19 digits, got \"" + text + "\"");
    }
    return Long.parseLong(text);
  }
}
