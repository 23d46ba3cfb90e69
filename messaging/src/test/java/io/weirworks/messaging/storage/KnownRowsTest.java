package io.weirworks.messaging.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.weirworks.infra.database.Database;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.storage.KnownRows.Known;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownRowsTest {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "shard",
          "ordering_key",
          "workspace",
          "changed_in",
          "text",
          "number",
          "flag",
          "at",
          "bytes",
          "maybe");
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");

  private final KnownRows rows = new KnownRows("thing", COLUMNS);
  private HikariDataSource source;

  @BeforeAll
  void aTableOfAllTypes() throws SQLException {
    Database database = Infra.shared().database();
    source = DatabaseSessions.configure(new HikariDataSource());
    source.setJdbcUrl(database.jdbcUrl(Infra.shared().freshSchema("rows")));
    source.setUsername(database.user());
    source.setPassword(database.password());
    try (Connection c = source.getConnection()) {
      Sql.update(
          c,
          "CREATE TABLE thing (id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,"
              + " shard INT NOT NULL, ordering_key VARCHAR(64) NOT NULL, workspace VARCHAR(64) NULL,"
              + " changed_in BIGINT NOT NULL, text LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,"
              + " number BIGINT NOT NULL, flag BOOLEAN NOT NULL, at DATETIME(6) NOT NULL,"
              + " bytes LONGBLOB NOT NULL, maybe VARCHAR(64) NULL, KEY by_change (shard, changed_in))");
    }
  }

  @AfterAll
  void close() {
    source.close();
  }

  private static @Nullable Object[] row(int id, long changedIn, @Nullable Object... rest) {
    List<@Nullable Object> all = new ArrayList<>(List.of("id-" + id, 3, "key", "bench", changedIn));
    all.addAll(Arrays.asList(rest));
    return all.toArray();
  }

  private static @Nullable Object[] first(int id) {
    return row(id, 1, "it's \\ 'ü' ?", 7L, true, AT, new byte[] {0, 39, 92, -1}, null);
  }

  private void insert(Connection c, int from, int to) throws SQLException {
    Sql.batch(
        c,
        "INSERT INTO thing (" + String.join(",", COLUMNS) + ") VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        IntStream.range(from, to).mapToObj(KnownRowsTest::first).toList());
  }

  private static List<List<@Nullable Object>> stored(Connection c, int from, int to)
      throws SQLException {
    return Sql.selectIn(
        c,
        "SELECT * FROM thing WHERE id IN (?) ORDER BY LENGTH(id), id",
        row -> {
          List<@Nullable Object> all = new ArrayList<>();
          all.add(row.getString("id"));
          all.add(row.getString("workspace"));
          all.add(row.getLong("changed_in"));
          all.add(row.getString("text"));
          all.add(row.getLong("number"));
          all.add(row.getBoolean("flag"));
          all.add(Sql.instant(row, "at"));
          all.add(List.of(row.getBytes("bytes").length, row.getInt("shard")));
          all.add(row.getString("maybe"));
          return all;
        },
        IntStream.range(from, to).mapToObj(id -> "id-" + id).toList());
  }

  @Test
  void onlyWhatChangedIsWrittenWhetherFewRowsOrManyChangeInDifferentWays() throws SQLException {
    for (int many : new int[] {1, 3, 64, 65, 1_203}) {
      try (Connection c = source.getConnection()) {
        // given
        insert(c, 0, many);
        // when: each third another column; nothing else, and nulls come and go
        List<Known> changes =
            IntStream.range(0, many).mapToObj(id -> new Known(first(id), changed(id, 2))).toList();
        rows.write(c, changes);
        rows.write(
            c,
            IntStream.range(0, many)
                .mapToObj(id -> new Known(changed(id, 2), changed(id, 3)))
                .toList());
        // then
        List<List<@Nullable Object>> stored = stored(c, 0, many);
        assertThat(stored).hasSize(many);
        for (int id = 0; id < many; id++) {
          @Nullable Object[] expected = changed(id, 3);
          assertThat(stored.get(id))
              .containsExactly(
                  expected[0],
                  "bench",
                  3L,
                  expected[5],
                  expected[6],
                  expected[7],
                  expected[8],
                  List.of(4, 3),
                  expected[10]);
        }
        c.rollback();
      }
    }
  }

  private static @Nullable Object[] changed(int id, long in) {
    @Nullable Object[] row = first(id);
    row[4] = in;
    switch (id % 3) {
      case 0 -> row[5] = "other '?' of " + id;
      case 1 -> {
        row[6] = 100L + id;
        row[7] = false;
      }
      default -> {
        row[8] = AT.plus(id, ChronoUnit.SECONDS);
        row[10] = in == 2 ? "there" : null;
      }
    }
    return row;
  }

  @Test
  void aRowThatIsNotThereFailsTheStatementAndIsNotMade() throws SQLException {
    try (Connection c = source.getConnection()) {
      // given
      insert(c, 5_000, 5_002);
      c.commit();
      // when
      List<Known> changes =
          IntStream.range(5_000, 5_003)
              .mapToObj(id -> new Known(first(id), changed(id, 2)))
              .toList();
      // then
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> rows.write(c, changes))
          .withMessageContaining("thing");
      c.rollback();
      assertThat(stored(c, 5_000, 5_003)).hasSize(2);
    }
  }
}
