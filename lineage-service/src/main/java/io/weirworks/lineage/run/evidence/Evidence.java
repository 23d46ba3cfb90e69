package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.run.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What engines told of a run, merged, and what of it was told on. Bounded: what is beyond is left
 * out and told as a gap, never a reason to stop.
 *
 * @param runs by the engine's id: one for each statement, and the application's own
 * @param dropped events that were left out before they came here
 * @param overfull whether something was left out here
 * @param gapsTold each is told once
 */
public record Evidence(
    EvidenceOwner owner,
    Deciding deciding,
    Map<String, EngineRun> runs,
    int dropped,
    boolean overfull,
    Set<Gap.Code> gapsTold) {

  /** Runs of an engine that are kept for one run. */
  static final int MOST_RUNS = 2_000;

  /** Characters of all of them together, as {@link Weight} counts. */
  static final long MOST_CHARACTERS = 1L << 20;

  public Evidence {
    runs = Collections.unmodifiableMap(new TreeMap<>(runs));
    gapsTold = Set.copyOf(gapsTold);
  }

  public static Evidence of(EvidenceOwner owner) {
    return new Evidence(owner, new Deciding.Awaited(), Map.of(), 0, false, Set.of());
  }

  /**
   * With what was heard now.
   *
   * @param left how many events were left out before; the same again counts once
   */
  public Evidence heard(Collection<EngineRun> heard, int left) {
    if (deciding instanceof Deciding.DidNotSucceed) {
      return this;
    }
    Map<String, EngineRun> all = new TreeMap<>(runs);
    long weight = all.values().stream().mapToLong(Weight::of).sum();
    boolean full = overfull;
    for (EngineRun run : heard) {
      EngineRun before = all.get(run.id());
      EngineRun after = before == null ? run : before.with(run);
      long more = Weight.of(after) - (before == null ? 0 : Weight.of(before));
      boolean fits =
          weight + more <= MOST_CHARACTERS
              && (before != null || all.size() < MOST_RUNS)
              && Weight.isTellable(after);
      if (fits) {
        all.put(run.id(), after);
        weight += more;
      }
      full |= !fits;
    }
    return new Evidence(owner, deciding, all, Math.max(dropped, left), full, gapsTold);
  }

  public Evidence decided(Deciding by) {
    return new Evidence(owner, by, runs, dropped, overfull, gapsTold);
  }

  /** Without what it has heard: it does not count, or counts elsewhere. */
  public Evidence emptied() {
    return new Evidence(owner, deciding, Map.of(), 0, false, Set.of());
  }

  Evidence told(Collection<EngineRun> told) {
    Map<String, EngineRun> all = new TreeMap<>(runs);
    told.forEach(run -> all.put(run.id(), run.asTold()));
    return new Evidence(owner, deciding, all, dropped, overfull, gapsTold);
  }

  Evidence told(Gap gap) {
    Set<Gap.Code> codes = EnumSet.of(gap.code());
    codes.addAll(gapsTold);
    return new Evidence(owner, deciding, runs, dropped, overfull, codes);
  }

  /** Whether it is known that what was heard counts, or that it never will. */
  public boolean isDecided() {
    return !(deciding instanceof Deciding.Awaited) || runs.values().stream().anyMatch(this::counts);
  }

  /**
   * Runs that count, by their place in the script, of each place that was not told as it is now: a
   * statement that an engine runs in several parts is told by all of them together.
   */
  SortedMap<Integer, List<EngineRun>> due() {
    SortedMap<Integer, List<EngineRun>> byPlace = new TreeMap<>();
    for (EngineRun run : runs.values()) {
      if (counts(run) && !run.touchesNothing()) {
        int place = deciding instanceof Deciding.Succeeded succeeded ? succeeded.place(run) : 0;
        byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(run);
      }
    }
    byPlace.values().removeIf(parts -> parts.stream().allMatch(EngineRun::told));
    return byPlace;
  }

  /** FAIL and ABORT confirm nothing, nor does a run that has not said COMPLETE (R58). */
  private boolean counts(EngineRun run) {
    return run.completedAt() != null
        && switch (owner) {
          case EvidenceOwner.OurRun _ -> deciding instanceof Deciding.Succeeded;
          case EvidenceOwner.Application _ -> false;
          case EvidenceOwner.Others _ -> true;
        };
  }

  /** What is not known of what counts, and was not told yet. */
  List<Gap> dueGaps() {
    boolean counts =
        deciding instanceof Deciding.Succeeded || runs.values().stream().anyMatch(this::counts);
    return counts
        ? gaps().stream().filter(gap -> !gapsTold.contains(gap.code())).toList()
        : List.of();
  }

  /** Whether nothing of it is unknown. */
  boolean isWhole() {
    return gaps().isEmpty();
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    if (dropped > 0) {
      gaps.add(
          Gap.ofEngine(
              Gap.Code.ENGINE_EVENTS_DROPPED, dropped + " events of the engine were left out"));
    }
    if (overfull) {
      gaps.add(
          Gap.ofEngine(
              Gap.Code.ENGINE_EVIDENCE_TOO_LARGE,
              "at most %d runs of the engine with %d characters in all are kept"
                  .formatted(MOST_RUNS, MOST_CHARACTERS)));
    }
    if (runs.values().stream().anyMatch(EngineRun::columnsLeftOut)) {
      gaps.add(
          Gap.ofEngine(
              Gap.Code.ENGINE_TELLS_TABLES_ONLY,
              "the engine's version tells tables only; edges between columns are left out"));
    }
    return gaps;
  }
}
