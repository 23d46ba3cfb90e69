/**
 * Static lineage of Hive and Spark SQL: what a script reads and writes, table by table and column
 * by column.
 */
@NullMarked
package io.weirworks.lineage.sql;

import org.jspecify.annotations.NullMarked;
