package io.weirworks.scheduler.dependency;

/**
 * Consecutive instances of a day.
 *
 * @param from index of the first, from 0
 * @param to index behind the last; {@code from}: none
 */
public record Range(int from, int to) {
  /** No instance. */
  public static final Range NONE = new Range(0, 0);

  static Range one(int index) {
    return new Range(index, index + 1);
  }

  public boolean isEmpty() {
    return from >= to;
  }
}
