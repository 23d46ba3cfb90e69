package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.Provenance;

/** What changes what is known of a dataset. */
public sealed interface TableEvent {

  /**
   * A statement said something of it.
   *
   * @param version of the update's edges; told apart from them, since a version that somebody said
   *     before is told by its name only
   * @param asBefore whether somebody said that version before
   */
  record Told(TableUpdate update, Version version, boolean asBefore) implements TableEvent {

    /** Whether it is a word on what the dataset is made from: that counts also when it is late. */
    public boolean isWord() {
      return update.complete() || update.drops() || !version.saysNothing();
    }

    /** As one reads it who has only the events: what was said before is not said again. */
    public Told withoutRepetition() {
      return asBefore ? new Told(update, Version.named(version.hash()), true) : this;
    }
  }

  /**
   * A dataset that is made from it told what flows there. Not told on: its source is that dataset's
   * own event.
   *
   * @param sequence of that dataset's last event when it told so; the highest counts
   * @param readBy whose word led to it
   */
  record Feeds(Downstream downstream, long sequence, Provenance readBy) implements TableEvent {

    Feeds within(int columns) {
      return downstream.columns().size() <= columns
          ? this
          : new Feeds(downstream.withoutColumns(), sequence, readBy);
    }
  }
}
