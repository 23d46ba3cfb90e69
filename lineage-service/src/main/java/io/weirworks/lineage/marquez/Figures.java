package io.weirworks.lineage.marquez;

import io.weirworks.lineage.marquez.Period.Interval;
import io.weirworks.lineage.run.history.RunCount;
import io.weirworks.lineage.run.history.RunState;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Figures over time. */
public final class Figures {

  private Figures() {}

  /**
   * How many there were at the end of an interval.
   *
   * @param count of what had appeared by then
   */
  public record Total(Interval interval, long count) {}

  /**
   * How many runs began and ended within an interval.
   *
   * @param runs by RUNNING for those that began, and their ends
   */
  public record Runs(Interval interval, Map<RunState, Long> runs) {

    public long of(RunState state) {
      return runs.getOrDefault(state, 0L);
    }
  }

  /**
   * @param appeared when each of them did
   */
  public static List<Total> totals(List<Interval> intervals, Collection<Instant> appeared) {
    return intervals.stream()
        .map(
            interval ->
                new Total(
                    interval,
                    appeared.stream().filter(time -> time.isBefore(interval.end())).count()))
        .toList();
  }

  public static List<Runs> runs(List<Interval> intervals, Collection<RunCount> counts) {
    return intervals.stream().map(interval -> runs(interval, counts)).toList();
  }

  private static Runs runs(Interval interval, Collection<RunCount> counts) {
    Map<RunState, Long> runs = new EnumMap<>(RunState.class);
    counts.stream()
        .filter(count -> interval.holds(count.quarter()))
        .forEach(count -> runs.merge(count.state(), count.runs(), Long::sum));
    return new Runs(interval, runs);
  }
}
