package io.weirworks.scheduler.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a node instance does not run: itself, then along the upstream that blocks it to the first
 * instances that something else than upstream holds, the nearest first.
 *
 * @param chain from the instance to the nearest root, both included; the instance alone where
 *     nothing upstream blocks it
 * @param roots where it begins, the nearest first, at most 20
 * @param looked how many instances were looked at
 * @param cut more were left than are looked at; there may be other roots
 */
public record Diagnosis(
    Finding instance, List<Finding> chain, List<Finding> roots, int looked, boolean cut) {

  /** How many instances a diagnosis looks at. */
  public static final int MOST = 1_000;

  private static final int SHOWN_ROOTS = 20;

  /** Finds node instances by id, whichever workflow instance they belong to. */
  @FunctionalInterface
  public interface Lookup {
    Collection<Patient> find(Collection<String> ids);
  }

  /** Diagnoses an instance; empty where there is none with this id. */
  public static Optional<Diagnosis> of(String id, Lookup lookup) {
    return lookup.find(List.of(id)).stream().findFirst().map(it -> new Walk(lookup).from(it));
  }

  /** Level by level upstream, each instance once. */
  private static final class Walk {
    private final Lookup lookup;
    private final Map<String, Patient> seen = new LinkedHashMap<>();
    private final Map<String, String> cameFrom = new LinkedHashMap<>();
    private boolean cut;

    private Walk(Lookup lookup) {
      this.lookup = lookup;
    }

    private Diagnosis from(Patient patient) {
      seen.put(patient.id(), patient);
      List<Patient> level = List.of(patient);
      while (!level.isEmpty()) {
        level = next(level);
      }
      List<Patient> roots = seen.values().stream().filter(Patient::isRoot).toList();
      return new Diagnosis(
          Finding.of(patient),
          chain(patient, roots),
          roots.stream().limit(SHOWN_ROOTS).map(Finding::of).toList(),
          seen.size(),
          cut);
    }

    private List<Patient> next(List<Patient> level) {
      Set<String> ids = new LinkedHashSet<>();
      for (Patient patient : level) {
        for (String blocker : patient.blockedBy()) {
          if (!seen.containsKey(blocker) && ids.add(blocker)) {
            cameFrom.put(blocker, patient.id());
          }
        }
      }
      int room = MOST - seen.size();
      cut = cut || ids.size() > room;
      List<Patient> found =
          ids.isEmpty() || room == 0
              ? List.of()
              : List.copyOf(lookup.find(ids.stream().limit(room).toList()));
      found.forEach(patient -> seen.put(patient.id(), patient));
      return found;
    }

    private List<Finding> chain(Patient patient, List<Patient> roots) {
      List<Finding> chain = new ArrayList<>();
      String at = roots.isEmpty() ? patient.id() : roots.getFirst().id();
      while (at != null) {
        Patient step = seen.get(at);
        if (step != null) {
          chain.add(Finding.of(step));
        }
        at = cameFrom.get(at);
      }
      return chain.reversed();
    }
  }
}
