package io.weirworks.lineage.sql;

import java.util.Locale;

/**
 * A column of a dataset, canonical in lower case.
 *
 * @param column the name; {@value #STAR} for "columns of it that nobody has listed"
 */
public record ColumnRef(Dataset dataset, String column) {
  public static final String STAR = "*";

  public ColumnRef {
    column = column.toLowerCase(Locale.ROOT);
  }

  public static ColumnRef unattributed(String column) {
    return new ColumnRef(Dataset.Anonymous.UNATTRIBUTED, column);
  }

  public String id() {
    return dataset.id() + "." + column;
  }
}
