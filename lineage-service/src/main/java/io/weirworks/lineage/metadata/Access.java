package io.weirworks.lineage.metadata;

import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.table.TableUpdate;
import java.util.EnumSet;
import java.util.Set;

/** What a run did with a dataset. */
public enum Access {
  READ,
  WRITE;

  /**
   * What an update shows: its ends of edges say it. A statement that makes no edges and defines
   * nothing, such as a bare SELECT, read; so INSERT … VALUES, which is told alike, counts as one.
   */
  public static Set<Access> of(TableUpdate update) {
    Set<Access> all = EnumSet.noneOf(Access.class);
    for (TableEdge edge : update.tableEdges()) {
      if (edge.source().id().equals(update.dataset().id())) {
        all.add(READ);
      }
      if (edge.target().id().equals(update.dataset().id())) {
        all.add(WRITE);
      }
    }
    if (update.tableEdges().isEmpty() && update.schemaChanges().isEmpty()) {
      all.add(READ);
    }
    return all;
  }
}
