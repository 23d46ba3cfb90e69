package io.weirworks.acceptance.checker;

/**
 * A broken invariant.
 *
 * @param invariant I1, I4 or I6
 * @param place topic-partition@offset of the record that shows it
 */
public record Violation(String invariant, String place, String message) {

  @Override
  public String toString() {
    return invariant + " at " + place + ": " + message;
  }
}
