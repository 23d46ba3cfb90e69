package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.baseline.BaselineFinish;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.BaselineStatus;
import io.weirworks.scheduler.identity.BaselineId;
import io.weirworks.scheduler.identity.BaselineInstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code baseline_instance}. */
final class BaselineInstanceTable implements SubjectTable<BaselineInstance> {

  @Override
  public String name() {
    return "baseline_instance";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "baseline_id", "bizdate", "cycle", "status", "finish", "watched", "created_at", "body");
  }

  @Override
  public @Nullable Object[] values(BaselineInstance instance) {
    return new @Nullable Object[] {
      instance.baseline().value().toString(),
      instance.bizdate().toString(),
      instance.cycle(),
      instance.status().name(),
      instance.finish().name(),
      instance.watched(),
      instance.openedAt(),
      Json.write(InstanceJson.of(instance))
    };
  }

  @Override
  public BaselineInstance read(ResultSet result) throws SQLException {
    Columns row = new Columns(result);
    InstanceJson body = Json.read(row.text("body"), InstanceJson.class);
    return new BaselineInstance(
        new BaselineInstanceId(UUID.fromString(row.text("id"))),
        new BaselineId(UUID.fromString(row.text("baseline_id"))),
        body.definition().definition(),
        LocalDate.parse(row.text("bizdate")).plusDays(1),
        row.integer("cycle"),
        BaselineStatus.valueOf(row.text("status")),
        BaselineFinish.valueOf(row.text("finish")),
        body.forecast().forecast(),
        body.troubles().stream().map(InstanceJson.TroubleJson::task).toList(),
        row.flag("watched"),
        row.time("created_at"));
  }
}
