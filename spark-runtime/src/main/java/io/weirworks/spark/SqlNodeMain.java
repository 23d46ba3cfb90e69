package io.weirworks.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * An EMR_SPARK_SQL node as a Spark job: {@code SqlNodeMain SCRIPT SIDE-DIRECTORY}. Runs the
 * statements of the script one after the other in one session, tells each in {@code
 * statements.jsonl} and the rows of the last SELECT in {@code output.json} of the side directory
 * (engines.md 1.6). Exit code 1 at the first statement that fails.
 */
public final class SqlNodeMain {
  private SqlNodeMain() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: SqlNodeMain SCRIPT SIDE-DIRECTORY");
      System.exit(2);
    }
    var script = Files.readString(Path.of(arguments[0]));
    var side = Path.of(arguments[1]);
    boolean succeeded;
    try (var session = SparkSession.builder().getOrCreate();
        var log = new StatementLog(side.resolve("statements.jsonl"))) {
      succeeded =
          new SqlNode(session, log, new RowsOutput(side.resolve("output.json"))).run(script);
    }
    if (!succeeded) {
      System.exit(1);
    }
  }
}
