package io.weirworks.scheduler.instance.adapter;

import static java.util.stream.Collectors.toSet;

import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.Interventions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators decided for a node instance, as columns. */
final class InterventionColumns {

  static final List<String> NAMES = List.of("frozen", "attempts_before", "priority", "detached");

  /** The column's value where no priority is set. */
  private static final int OWN_PRIORITY = 0;

  private InterventionColumns() {}

  static @Nullable Object[] values(Interventions interventions) {
    Integer priority = interventions.priority();
    Set<NodeId> detached = interventions.detached();
    return new @Nullable Object[] {
      interventions.frozen(),
      interventions.attemptsBefore(),
      priority == null ? OWN_PRIORITY : priority,
      detached.isEmpty()
          ? null
          : Json.write(detached.stream().map(NodeId::value).sorted().toArray(String[]::new))
    };
  }

  static Interventions read(Columns row) throws SQLException {
    int priority = row.integer("priority");
    String detached = row.textOrNull("detached");
    return new Interventions(
        row.flag("frozen"),
        priority == OWN_PRIORITY ? null : priority,
        detached == null
            ? Set.of()
            : Arrays.stream(Json.read(detached, String[].class)).map(NodeId::new).collect(toSet()),
        row.integer("attempts_before"));
  }
}
