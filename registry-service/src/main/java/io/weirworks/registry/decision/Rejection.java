package io.weirworks.registry.decision;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a command changed nothing: the content of a rejected reply (DESIGN 2, "Command rules").
 *
 * @param code code of the first problem
 * @param message every problem in one sentence each, one a line; at most {@value #MOST_TOLD} of
 *     them, then their number
 * @param field where the first problem is
 * @param value the first problem's value, empty when something is missing
 */
public record Rejection(RejectionCode code, String message, String field, String value) {
  static final int MOST_TOLD = 50;

  /** The rejection that tells of all {@code problems}, of which there is at least one. */
  public static Rejection of(List<Problem> problems) {
    Problem first = problems.getFirst();
    String told =
        problems.stream().limit(MOST_TOLD).map(Problem::sentence).collect(Collectors.joining("\n"));
    int untold = problems.size() - MOST_TOLD;
    String message = untold > 0 ? told + "\nand " + untold + " more problems" : told;
    return new Rejection(first.code(), message, first.path(), first.value());
  }
}
