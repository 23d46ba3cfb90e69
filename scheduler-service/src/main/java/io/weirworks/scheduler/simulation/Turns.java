package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.generation.Timeline;
import io.weirworks.scheduler.recurrence.Tick;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** The instances of all nodes between two moments, one moment after the other. */
final class Turns implements Iterator<Turns.Turn> {
  private static final Comparator<Turn> ORDER =
      Comparator.comparingInt(Turn::rank).thenComparing(turn -> turn.tick().day());

  private final Universe universe;
  private final PriorityQueue<TimelineCursor> cursors = new PriorityQueue<>();
  private final Queue<Turn> ofThisMoment = new ArrayDeque<>();

  /**
   * An instance of a node.
   *
   * @param rank of the node
   * @param index of the instance in its day
   */
  record Turn(int rank, Tick tick, Timeline timeline, int index) {}

  Turns(Universe universe, Instant from, Instant to) {
    this.universe = universe;
    for (Timeline timeline : universe.timelines()) {
      addIfThere(new TimelineCursor(timeline, from, to));
    }
  }

  @Override
  public boolean hasNext() {
    return !ofThisMoment.isEmpty() || !cursors.isEmpty();
  }

  @Override
  public Turn next() {
    if (ofThisMoment.isEmpty()) {
      takeNextMoment();
    }
    return ofThisMoment.remove();
  }

  private void takeNextMoment() {
    Instant moment = cursors.element().tick().time();
    List<Turn> turns = new ArrayList<>();
    while (!cursors.isEmpty() && cursors.element().tick().time().equals(moment)) {
      TimelineCursor cursor = cursors.remove();
      for (int rank : universe.ranks(cursor.timeline())) {
        turns.add(new Turn(rank, cursor.tick(), cursor.timeline(), cursor.index()));
      }
      cursor.advance();
      addIfThere(cursor);
    }
    turns.sort(ORDER);
    ofThisMoment.addAll(turns);
  }

  private void addIfThere(TimelineCursor cursor) {
    if (cursor.isThere()) {
      cursors.add(cursor);
    }
  }
}
