package io.weirworks.lineage.metadata;

import java.util.List;

/**
 * A table as search looks at it.
 *
 * @param collections names of those that it is in
 * @param reads runs that read it within {@value #USAGE_DAYS} days
 */
public record TableCard(DescribedTable table, List<String> collections, long reads) {

  /** How far back use counts. */
  public static final int USAGE_DAYS = 30;

  public TableCard {
    collections = List.copyOf(collections);
  }
}
