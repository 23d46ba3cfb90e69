package io.weirworks.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.hive.metastore.IMetaStoreClient;
import org.apache.hadoop.hive.metastore.api.NoSuchObjectException;
import org.apache.hadoop.hive.metastore.api.Table;
import org.apache.thrift.TException;
import org.apache.thrift.transport.TTransportException;

/** Asks for the tables of a database, one after the other, and writes a line for each. */
final class SnapshotLines {
  private static final short ALL = -1;

  private final OutputStream out;

  SnapshotLines(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes the lines of a database; a table that was dropped meanwhile has none.
   *
   * @throws TException when the metastore cannot be asked any more
   */
  void tell(IMetaStoreClient client, String database) throws TException, IOException {
    for (var table : client.getAllTables(database)) {
      try {
        out.write(line(client, database, table));
      } catch (NoSuchObjectException e) {
        System.err.println(database + "." + table + " is gone");
      } catch (TTransportException e) {
        throw e;
      } catch (TException e) { // one table that it cannot tell is no reason to leave out the rest
        out.write(SnapshotLine.unread(database, table, e));
      }
    }
  }

  private static byte[] line(IMetaStoreClient client, String database, String name)
      throws TException, IOException {
    long takenAt = System.currentTimeMillis();
    Table table = client.getTable(database, name);
    List<String> partitions =
        table.getPartitionKeysSize() == 0
            ? List.of()
            : client.listPartitionNames(database, name, ALL);
    return SnapshotLine.of(database, name, table, partitions, takenAt);
  }
}
