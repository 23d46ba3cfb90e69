package io.weirworks.spark;

import java.io.IOException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.CommandResult;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one script in order and stops at the first that fails. */
final class SqlNode {
  private static final int MAX_MESSAGE = 4_000;

  private final SparkSession session;
  private final StatementLog log;
  private final RowsOutput output;

  SqlNode(SparkSession session, StatementLog log, RowsOutput output) {
    this.session = session;
    this.log = log;
    this.output = output;
  }

  /** Whether all statements succeeded. */
  boolean run(String script) throws IOException {
    var scripting =
        Boolean.parseBoolean(session.conf().get("spark.sql.scripting.enabled", "false"));
    var statements = Statements.split(script, scripting);
    for (int index = 0; index < statements.size(); index++) {
      if (!run(index, statements.get(index))) {
        return false;
      }
    }
    return true;
  }

  private boolean run(int index, String text) throws IOException {
    var database = session.catalog().currentDatabase();
    var start = System.currentTimeMillis();
    var begin = System.nanoTime();
    @Nullable Long rows = null;
    @Nullable Throwable failure = null;
    try {
      rows = execute(text);
    } catch (Exception e) { // Spark throws checked exceptions that its signatures do not name
      failure = e;
      System.err.printf(
          "Statement %d (counted from 0) failed: %s%n%s%n", index, e.getMessage(), text);
    }
    var millis = (System.nanoTime() - begin) / 1_000_000;
    log.append(
        new StatementLine(
            index,
            text,
            StatementLog.sha256(text),
            start,
            millis,
            rows,
            database,
            condition(failure),
            sqlState(failure),
            message(failure)));
    return failure == null;
  }

  /** The number of result rows, as far as they are kept; null for a command. */
  private @Nullable Long execute(String text) throws IOException {
    Dataset<Row> result = session.sql(text);
    if (isCommand(result)) {
      // A command has run in sql(); only what it shows is left to be read.
      RowsOutput.print(result.collectAsList());
      return null;
    }
    return output.keep(result);
  }

  private static boolean isCommand(Dataset<Row> result) {
    return result.queryExecution().commandExecuted() instanceof CommandResult;
  }

  private static @Nullable String condition(@Nullable Throwable failure) {
    var spark = sparkThrowable(failure);
    return spark == null ? null : spark.getCondition();
  }

  private static @Nullable String sqlState(@Nullable Throwable failure) {
    var spark = sparkThrowable(failure);
    return spark == null ? null : spark.getSqlState();
  }

  /** The first of the causes for which Spark names a condition. */
  private static @Nullable SparkThrowable sparkThrowable(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable spark && spark.getCondition() != null) {
        return spark;
      }
    }
    return null;
  }

  private static @Nullable String message(@Nullable Throwable failure) {
    if (failure == null) {
      return null;
    }
    var text = String.valueOf(failure.getMessage());
    return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE);
  }
}
