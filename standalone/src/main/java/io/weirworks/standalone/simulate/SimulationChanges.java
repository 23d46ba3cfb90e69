package io.weirworks.standalone.simulate;

import io.weirworks.scheduler.simulation.SimulatedInstance;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What differs between two simulations of the same time. */
final class SimulationChanges {
  private static final Comparator<SimulatedInstance> ORDER =
      Comparator.comparing((SimulatedInstance instance) -> instance.scheduledTime().toInstant())
          .thenComparing(SimulatedInstance::key)
          .thenComparing(SimulatedInstance::bizdate);

  private SimulationChanges() {}

  /**
   * An instance of only one of the two.
   *
   * @param added whether it is of the second
   */
  record Change(SimulatedInstance instance, boolean added) {}

  /**
   * Walks over both at once, so that memory does not grow with the time simulated. An instance that
   * differs in anything is removed and added.
   */
  static void between(
      Iterator<SimulatedInstance> before,
      Iterator<SimulatedInstance> after,
      Consumer<Change> each) {
    SimulatedInstance old = next(before);
    SimulatedInstance fresh = next(after);
    while (old != null || fresh != null) {
      int order = order(old, fresh);
      if (order == 0 && old != null && old.equals(fresh)) {
        old = next(before);
        fresh = next(after);
        continue;
      }
      if (order <= 0 && old != null) {
        each.accept(new Change(old, false));
        old = next(before);
      }
      if (order >= 0 && fresh != null) {
        each.accept(new Change(fresh, true));
        fresh = next(after);
      }
    }
  }

  /** What is over comes last. */
  private static int order(@Nullable SimulatedInstance old, @Nullable SimulatedInstance fresh) {
    if (old == null) {
      return 1;
    }
    return fresh == null ? -1 : ORDER.compare(old, fresh);
  }

  private static @Nullable SimulatedInstance next(Iterator<SimulatedInstance> instances) {
    return instances.hasNext() ? instances.next() : null;
  }
}
