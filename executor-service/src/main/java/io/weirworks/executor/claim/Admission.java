package io.weirworks.executor.claim;

import java.util.ArrayList;
import java.util.List;

/** Which queued runs a runner may take (I3: the units held never exceed those of the queue). */
public final class Admission {

  private Admission() {}

  /**
   * Takes from the front as long as units and slots last. What does not fit is waited for and not
   * overtaken, so that a large run is not kept out for ever by small ones.
   *
   * @param queued the most urgent first, the oldest first among equals
   * @param freeMilli units of the queue that no claim holds
   * @param slots how many runs the runner still takes
   */
  public static List<Candidate> take(List<Candidate> queued, int freeMilli, int slots) {
    List<Candidate> taken = new ArrayList<>();
    int left = freeMilli;
    for (Candidate candidate : queued) {
      if (taken.size() >= slots || candidate.computeUnitsMilli() > left) {
        break;
      }
      left -= candidate.computeUnitsMilli();
      taken.add(candidate);
    }
    return taken;
  }
}
