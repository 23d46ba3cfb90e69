package io.weirworks.benchmarks.lineage;

import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.adapter.TableKind;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.messaging.wire.ShardOf;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a warehouse's datasets as the rows that their events would have left. */
final class WarehouseRows {

  private static final int SHARDS = 12;
  private static final int PAGE = 100;

  private final LineageHouse house;
  private final SubjectTable<TableLineage> table = TableKind.TABLE.table();

  WarehouseRows(LineageHouse house) {
    this.house = house;
  }

  void write(Warehouse warehouse) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                house.jdbcUrl(), house.database().user(), house.database().password());
        PreparedStatement insert = connection.prepareStatement(sql())) {
      connection.setAutoCommit(false);
      for (int number = warehouse.first(); number < warehouse.tables(); number++) {
        add(insert, warehouse.row(number, 1));
        if (number % PAGE == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  private String sql() {
    List<String> columns =
        new ArrayList<>(
            List.of("id", "shard", "ordering_key", "sequence", "changed_in", "removed"));
    columns.addAll(table.columns());
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            table.name(),
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(columns.size(), "?")));
  }

  /** Changed in no transaction that anybody will tell of. */
  private void add(PreparedStatement insert, TableLineage row) throws SQLException {
    String id = row.dataset().id();
    List<Object> values = new ArrayList<>(List.of(id, ShardOf.key(id, SHARDS), id, 1, 0, false));
    for (Object value : table.values(row)) {
      values.add(value);
    }
    for (int i = 0; i < values.size(); i++) {
      insert.setObject(i + 1, values.get(i));
    }
    insert.addBatch();
  }
}
