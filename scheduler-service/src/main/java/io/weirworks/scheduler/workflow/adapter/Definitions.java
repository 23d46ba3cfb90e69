package io.weirworks.scheduler.workflow.adapter;

import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.registry.WorkspaceState;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.View;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CommandError;
import io.weirworks.schemas.UndecodableException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Definitions to decide on: the version in force as registry-service told it, and versions that
 * instances are pinned to. Whoever decides to run a version writes it down in the same transaction,
 * before any command about it leaves; so a command of our own finds what it names wherever it is
 * decided, needs no {@code ce_after} and is never parked, and a stop cannot overtake a creation.
 */
@Singleton
public final class Definitions {

  /** The version in force, or why there is none to run. */
  public sealed interface Lookup {
    record Found(DeployedWorkflow workflow) implements Lookup {}

    record Missing(Rejection rejection) implements Lookup {}
  }

  private record Version(String workflow, int version, Part part) {}

  /** What a transaction has asked for already; what it writes itself it does not see. */
  private static final class AskedFor {
    private final Map<String, Lookup> inForce = new HashMap<>();
    private final Map<Version, Boolean> written = new HashMap<>();

    static AskedFor of(Work work) {
      return work.kept(AskedFor.class, AskedFor::new);
    }
  }

  /** Characters of definitions that stay in memory. */
  private static final long MAX_WEIGHT = 32L << 20;

  private static final String FROM = " FROM workflow_version WHERE workflow_id = ? AND version = ?";

  private final AvroCodec codec;
  private final Map<Version, DeployedWorkflow> recent = new LinkedHashMap<>(64, 0.75f, true);
  private long weight;

  public Definitions(AvroCodec codec) {
    this.codec = codec;
  }

  /** The state records of registry-service that it reads. */
  public static List<View<?>> views() {
    return List.of(
        new View<>(
            WorkflowState.class,
            state -> name(state.getDefinition().getWorkspace(), state.getDefinition().getName())),
        new View<>(WorkspaceState.class, WorkspaceState::getName));
  }

  private static String name(String workspace, String workflow) {
    return workspace + "/" + workflow;
  }

  /** The version in force of the workflow of this name. */
  public Lookup inForce(Work work, String workspace, String workflow) {
    return AskedFor.of(work)
        .inForce
        .computeIfAbsent(name(workspace, workflow), name -> look(work, name, workspace, workflow));
  }

  private Lookup look(Work work, String name, String workspace, String workflow) {
    Optional<WorkflowState> state =
        work.viewedByName(WorkflowState.class, name).map(Work.Viewed::state);
    if (state.isEmpty()) {
      return new Lookup.Missing(missing(work, workspace, workflow));
    }
    try {
      return new Lookup.Found(remember(DeployedWorkflow.of(state.get()), new Part.Whole()));
    } catch (UnusableDefinitionException e) {
      return new Lookup.Missing(e.rejection());
    }
  }

  /** A version that registry-service told of; nothing where it cannot be run here. */
  public Optional<DeployedWorkflow> usable(WorkflowState state) {
    try {
      return Optional.of(remember(DeployedWorkflow.of(state), new Part.Whole()));
    } catch (UnusableDefinitionException e) {
      return Optional.empty();
    }
  }

  private static Rejection missing(Work work, String workspace, String workflow) {
    return work.viewedByName(WorkspaceState.class, workspace).isEmpty()
        ? CommandCheck.rejection(
            CommandError.NOT_FOUND, "There is no such workspace.", "workspace", workspace)
        : CommandCheck.rejection(
            CommandError.NOT_FOUND,
            "No workflow of this name is deployed in workspace " + workspace + ".",
            "workflow",
            workflow);
  }

  /** The decision, and the version that it pins something to written down with it. */
  public Decision pinning(DeployedWorkflow workflow, Decision decision, Work work) {
    Version version = new Version(workflow.id().value(), workflow.version(), new Part.Whole());
    return switch (decision) {
      case Decision.Accepted(var about, List<Effect> effects, var rest)
          when !effects.isEmpty() && !isWritten(work, version) -> {
        List<Effect> all = new ArrayList<>(effects);
        all.add(
            new Effect.Write(
                "INSERT INTO workflow_version (workflow_id, version, body) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE version = VALUES(version)",
                List.of(version.workflow(), version.version(), codec.encode(workflow.state()))));
        yield new Decision.Accepted(about, all, rest);
      }
      case Decision.Accepted _, Decision.Refused _ -> decision;
    };
  }

  /**
   * A version that was written down, with all its nodes.
   *
   * @throws IllegalStateException where it was not: nothing is pinned to such a version
   */
  public DeployedWorkflow pinned(Work work, WorkflowId workflow, int number) {
    return pinned(work, workflow, number, new Part.Whole());
  }

  /** A part of a version that was written down. */
  public DeployedWorkflow pinned(Work work, WorkflowId workflow, int number, Part part) {
    return work.query(c -> pinned(c, workflow, number, part));
  }

  /** The same for a read outside of decisions. */
  public DeployedWorkflow pinned(Connection c, WorkflowId workflow, int number, Part part)
      throws SQLException {
    Version version = new Version(workflow.value(), number, part);
    synchronized (recent) {
      DeployedWorkflow known = recent.get(version);
      if (known != null) {
        return known;
      }
    }
    return remember(
        part instanceof Part.Whole
            ? read(c, version)
            : pinned(c, workflow, number, new Part.Whole()).part(part),
        part);
  }

  private DeployedWorkflow read(Connection c, Version version) throws SQLException {
    byte[] body =
        select(c, "SELECT body" + FROM, version, row -> Optional.of(row.getBytes(1)))
            .orElseThrow(() -> new IllegalStateException(version + " was not written down"));
    try {
      return DeployedWorkflow.of((WorkflowState) codec.decode(body));
    } catch (UndecodableException | UnusableDefinitionException e) {
      throw new IllegalStateException(version + " cannot be read", e);
    }
  }

  private static boolean isWritten(Work work, Version version) {
    return AskedFor.of(work)
        .written
        .computeIfAbsent(version, _ -> work.query(c -> exists(c, version)));
  }

  private static boolean exists(Connection c, Version version) throws SQLException {
    return select(c, "SELECT 1" + FROM, version, _ -> Optional.of(true)).isPresent();
  }

  private interface Column<T> {
    Optional<T> of(ResultSet row) throws SQLException;
  }

  private static <T> Optional<T> select(Connection c, String sql, Version version, Column<T> column)
      throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      statement.setString(1, version.workflow());
      statement.setInt(2, version.version());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? column.of(rows) : Optional.empty();
      }
    }
  }

  private DeployedWorkflow remember(DeployedWorkflow workflow, Part part) {
    synchronized (recent) {
      Version version = new Version(workflow.id().value(), workflow.version(), part);
      DeployedWorkflow before = recent.put(version, workflow);
      weight += workflow.weight() - (before == null ? 0 : before.weight());
      Iterator<DeployedWorkflow> oldest = recent.values().iterator();
      while (weight > MAX_WEIGHT && recent.size() > 1) {
        weight -= oldest.next().weight();
        oldest.remove();
      }
    }
    return workflow;
  }
}
