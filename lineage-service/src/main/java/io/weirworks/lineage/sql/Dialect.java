package io.weirworks.lineage.sql;

/**
 * Whose conventions hold where Hive, Spark and standard SQL differ: auto-aliases, double quotes,
 * {@code USE}.
 */
public enum Dialect {
  HIVE,
  SPARK,
  /**
   * Standard-like SQL of other engines: double quotes name identifiers, {@code USE} names a
   * database above schemas.
   */
  ANSI
}
