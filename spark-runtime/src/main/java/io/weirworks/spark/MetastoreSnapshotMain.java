package io.weirworks.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.hive.conf.HiveConf;
import org.apache.hadoop.hive.metastore.HiveMetaStoreClient;
import org.apache.thrift.TException;

/**
 * Tells what a Hive metastore has: {@code MetastoreSnapshotMain URI [DATABASES]}, where DATABASES
 * is a pattern of Hive's such as {@code sales*|flights}. One JSON object a line on standard output
 * for each table ({@link SnapshotLine}), asked for and told one by one, so that memory holds one.
 * Where the metastore cannot be asked, the last line says so and the exit code is 1.
 */
public final class MetastoreSnapshotMain {
  /** Seconds without an answer after which a metastore counts as unreachable. */
  private static final String PATIENCE = "60";

  private MetastoreSnapshotMain() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("usage: MetastoreSnapshotMain URI [DATABASES]");
      System.exit(2);
    }
    var databases = arguments.length == 2 ? Optional.of(arguments[1]) : Optional.<String>empty();
    try (var out = new FileOutputStream(FileDescriptor.out)) {
      System.setOut(System.err); // what a library prints is no table
      try {
        tell(arguments[0], databases, new SnapshotLines(out));
      } catch (TException e) {
        out.write(SnapshotLine.failed(arguments[0], e));
        System.exit(1);
      }
    }
  }

  private static void tell(String uri, Optional<String> databases, SnapshotLines lines)
      throws TException, IOException {
    var conf = new HiveConf();
    conf.set("hive.metastore.uris", uri);
    conf.set("hive.metastore.client.socket.timeout", PATIENCE);
    var client = new HiveMetaStoreClient(conf);
    try {
      var names =
          databases.isPresent() ? client.getDatabases(databases.get()) : client.getAllDatabases();
      for (var database : names) {
        lines.tell(client, database);
      }
    } finally {
      client.close();
    }
  }
}
