package io.weirworks.scheduler.controlflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a loop is. Loops are numbered from 1.
 *
 * @param last the last loop that there can be: the length of the array or the limit
 * @param next the first loop that has never begun
 * @param again loops to be run before that one: those that failed before an automatic rerun
 * @param running loops that run, with the number of their nodes that will go on by themselves
 * @param failed loops that failed, in this round
 * @param over a do-while's END said False, or a serial loop failed: no further loop begins
 */
public record LoopProgress(
    int last,
    int next,
    List<Integer> again,
    SortedMap<Integer, Integer> running,
    SortedSet<Integer> failed,
    boolean over) {

  public LoopProgress {
    again = List.copyOf(again);
    running = Collections.unmodifiableSortedMap(new TreeMap<>(running));
    failed = Collections.unmodifiableSortedSet(new TreeSet<>(failed));
  }

  /** At the first loop, none running. */
  public static LoopProgress first(int last) {
    return new LoopProgress(last, 1, List.of(), new TreeMap<>(), new TreeSet<>(), false);
  }

  /** Where an automatic rerun goes on: at the loops that failed, then at those never begun. */
  public LoopProgress afterFailure() {
    return new LoopProgress(
        last, next, List.copyOf(failed), new TreeMap<>(), new TreeSet<>(), false);
  }

  /** Lets as many loops run as may at once. */
  public LoopProgress advanced(Loop loop) {
    SortedMap<Integer, Integer> started = new TreeMap<>(running);
    List<Integer> waiting = new ArrayList<>(again);
    int following = next;
    while (!over && started.size() < loop.parallelism()) {
      if (!waiting.isEmpty()) {
        started.put(waiting.removeFirst(), 0);
      } else if (following <= last && mayFollow(loop, started)) {
        started.put(following++, 0);
      } else {
        break;
      }
    }
    return new LoopProgress(last, following, waiting, started, failed, over);
  }

  /** A do-while begins its next loop only because END said True. */
  private boolean mayFollow(Loop loop, SortedMap<Integer, Integer> started) {
    return loop instanceof Loop.ForEach || (next == 1 && started.isEmpty());
  }

  /** A node inside the loop began or ceased to go on by itself. */
  public LoopProgress counted(int number, int change) {
    SortedMap<Integer, Integer> counted = new TreeMap<>(running);
    counted.computeIfPresent(number, (_, open) -> open + change);
    return new LoopProgress(last, next, again, counted, failed, over);
  }

  /** A loop of a for-each ended; a failure of a serial one is the end of all. */
  public LoopProgress ended(Loop loop, int number, boolean succeeded) {
    SortedSet<Integer> failures = new TreeSet<>(failed);
    if (!succeeded) {
      failures.add(number);
    }
    boolean stops = over || (!succeeded && loop.parallelism() == 1);
    return new LoopProgress(last, next, again, without(number), failures, stops);
  }

  /** A loop of a do-while ended well; {@code goesOn} is what END said. */
  public LoopProgress said(int number, boolean goesOn) {
    SortedMap<Integer, Integer> rest = without(number);
    if (!goesOn || number >= last) {
      return new LoopProgress(last, next, again, rest, failed, true);
    }
    rest.put(number + 1, 0);
    return new LoopProgress(last, Math.max(next, number + 2), again, rest, failed, false);
  }

  private SortedMap<Integer, Integer> without(int number) {
    SortedMap<Integer, Integer> rest = new TreeMap<>(running);
    rest.remove(number);
    return rest;
  }

  /** No further loop begins, whatever is left. */
  public LoopProgress stopped() {
    return new LoopProgress(last, next, again, running, failed, true);
  }

  /** Whether nothing runs and nothing more begins. */
  public boolean isOver() {
    return running.isEmpty() && (over || (again.isEmpty() && next > last));
  }
}
