package io.weirworks.scheduler.generation;

import io.weirworks.scheduler.recurrence.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The instances that a node has on one day.
 *
 * @param period how often its timetable ticks
 * @param zone of its timetable
 * @param instances in order of time
 */
public record DayPlan(Period period, ZoneId zone, List<PlannedInstance> instances) {
  public DayPlan {
    instances = List.copyOf(instances);
  }

  public boolean isEmpty() {
    return instances.isEmpty();
  }

  /** How many there are. */
  public int size() {
    return instances.size();
  }

  /** The scheduled time of the {@code index}th, from 0. */
  public Instant time(int index) {
    return instances.get(index).tick().time();
  }

  /** How many ticks the whole day has, those that were not generated included. */
  public int ticks() {
    return isEmpty() ? 0 : instances.getFirst().tick().of();
  }

  /** How many instances are due at or before a moment: found by halving. */
  public int countUntil(Instant moment) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(middle).isAfter(moment)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The index of the instance that is the {@code number}th tick of the day; -1: there is none. */
  public int indexOf(int number) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = instances.get(middle).tick().number();
      if (there == number) {
        return middle;
      }
      if (there < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** How many instances are due before a moment. */
  public int countBefore(Instant moment) {
    return countUntil(moment.minusNanos(1));
  }
}
