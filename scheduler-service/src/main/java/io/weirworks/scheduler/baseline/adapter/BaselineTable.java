package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.baseline.Baseline;
import io.weirworks.scheduler.identity.BaselineId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code baseline}. */
final class BaselineTable implements SubjectTable<Baseline> {

  @Override
  public String name() {
    return "baseline";
  }

  @Override
  public List<String> columns() {
    return List.of("name", "opened_through", "created_at", "body");
  }

  @Override
  public @Nullable Object[] values(Baseline baseline) {
    return new @Nullable Object[] {
      baseline.definition().name(),
      baseline.openedThrough().toString(),
      baseline.definedAt(),
      Json.write(DefinitionJson.of(baseline.definition()))
    };
  }

  @Override
  public Baseline read(ResultSet result) throws SQLException {
    Columns row = new Columns(result);
    return new Baseline(
        new BaselineId(UUID.fromString(row.text("id"))),
        Json.read(row.text("body"), DefinitionJson.class).definition(),
        LocalDate.parse(row.text("opened_through")),
        row.time("created_at"));
  }
}
