package io.weirworks.scheduler.backfill.adapter;

import static io.weirworks.scheduler.backfill.adapter.BackfillKind.BACKFILL;

import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.backfill.BackfillScope;
import io.weirworks.scheduler.backfill.BackfillUnit;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What backfills have instances of. It never changes once a backfill was asked for, so that any
 * shard may read and keep it.
 */
@Singleton
public final class BackfillScopes {
  private static final int KEPT = 64;

  private static final String SELECT =
      "SELECT id, sequence, "
          + String.join(", ", BACKFILL.table().columns())
          + " FROM backfill WHERE id = ?";

  /** A unit as JSON; {@code node} null: those that follow the workflow's trigger. */
  private record Unit(
      String workflow, int version, @Nullable String node, List<String> run, List<String> dryRun) {}

  private record Units(List<Unit> units) {}

  private final Definitions definitions;
  private final Map<BackfillId, BackfillScope> recent =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BackfillId, BackfillScope> eldest) {
          return size() > KEPT;
        }
      };

  public BackfillScopes(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The scope of a backfill that is being asked for, of definitions that are in force. */
  static BackfillScope of(
      BackfillPlan plan, List<BackfillUnit> units, List<WorkflowDefinition> whole) {
    return new BackfillScope(
        plan,
        units,
        units.stream()
            .map(
                unit ->
                    whole.stream()
                        .filter(definition -> definition.id().equals(unit.workflow()))
                        .findFirst()
                        .orElseThrow()
                        .part(unit.part()))
            .toList());
  }

  /** The scope of a backfill that there is. */
  public BackfillScope find(BackfillId id, Work work) {
    synchronized (recent) {
      BackfillScope known = recent.get(id);
      if (known != null) {
        return known;
      }
    }
    BackfillPlan plan =
        work.query(c -> row(c, id))
            .orElseThrow(() -> new IllegalStateException("There is no backfill " + id))
            .backfill()
            .plan();
    BackfillScope scope = scope(plan, work);
    synchronized (recent) {
      recent.put(id, scope);
    }
    return scope;
  }

  /** The scope of a backfill with this plan. */
  BackfillScope scope(BackfillPlan plan, Work work) {
    List<BackfillUnit> units =
        work.query(c -> units(c, plan.id()))
            .orElseGet(
                () -> List.of(new BackfillUnit(plan.workflow(), plan.version(), new Part.Whole())));
    return new BackfillScope(
        plan,
        units,
        units.stream()
            .map(
                unit ->
                    definitions
                        .pinned(work, unit.workflow(), unit.version(), unit.part())
                        .graph()
                        .definition())
            .toList());
  }

  private static Optional<BackfillRow> row(Connection c, BackfillId id) throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(SELECT)) {
      statement.setString(1, id.value().toString());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(BACKFILL.table().read(rows)) : Optional.empty();
      }
    }
  }

  private static Optional<List<BackfillUnit>> units(Connection c, BackfillId id)
      throws SQLException {
    try (PreparedStatement statement =
        c.prepareStatement("SELECT body FROM backfill_units WHERE backfill_id = ?")) {
      statement.setString(1, id.value().toString());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                Json.read(rows.getString(1), Units.class).units().stream()
                    .map(BackfillScopes::unit)
                    .toList())
            : Optional.empty();
      }
    }
  }

  private static BackfillUnit unit(Unit unit) {
    Part of = unit.node() == null ? new Part.Common() : new Part.Single(new NodeId(unit.node()));
    return new BackfillUnit(
        new WorkflowId(unit.workflow()),
        unit.version(),
        new Part.Selected(of, ids(unit.run()), ids(unit.dryRun())));
  }

  private static Set<NodeId> ids(List<String> nodes) {
    return nodes.stream().map(NodeId::new).collect(Collectors.toSet());
  }

  /** Writes down the units of a backfill; nothing where it is all of one workflow. */
  static List<Effect> keep(BackfillId id, List<BackfillUnit> units) {
    List<Unit> selected =
        units.stream()
            .filter(unit -> unit.part() instanceof Part.Selected)
            .map(unit -> row(unit, (Part.Selected) unit.part()))
            .toList();
    return selected.isEmpty()
        ? List.of()
        : List.of(
            new Effect.Write(
                "INSERT INTO backfill_units (backfill_id, body) VALUES (?, ?)",
                List.of(id.value().toString(), Json.write(new Units(selected)))));
  }

  private static Unit row(BackfillUnit unit, Part.Selected part) {
    return new Unit(
        unit.workflow().value(),
        unit.version(),
        part.of() instanceof Part.Single(NodeId node) ? node.value() : null,
        texts(part.run()),
        texts(part.dryRun()));
  }

  static List<String> texts(Set<NodeId> nodes) {
    return nodes.stream().map(NodeId::value).sorted().toList();
  }
}
