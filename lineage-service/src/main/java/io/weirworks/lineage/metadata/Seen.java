package io.weirworks.lineage.metadata;

import java.util.List;

/**
 * What is known of a table before people say anything.
 *
 * @param known whether a run touched it or a metastore has it
 * @param columns lower case; empty where they are not known
 */
public record Seen(boolean known, List<String> columns) {

  public Seen {
    columns = List.copyOf(columns);
  }
}
