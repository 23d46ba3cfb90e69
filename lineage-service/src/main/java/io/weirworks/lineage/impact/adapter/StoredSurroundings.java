package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.scheduler.BaselineState;
import io.weirworks.contract.scheduler.BaselineTask;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.impact.Impact.Baseline;
import io.weirworks.lineage.impact.Impact.Instance;
import io.weirworks.lineage.impact.Surroundings;
import io.weirworks.messaging.storage.ViewRowTable;
import io.weirworks.messaging.storage.ViewRowTable.ViewRow;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.UndecodableException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** What the rows of {@link ImpactViews} know of jobs. */
@Singleton
final class StoredSurroundings implements Surroundings {

  private static final int MOST_WORKFLOWS = 500;
  private static final int MOST_BASELINES = 1_000;

  private final DataSource database;
  private final AvroCodec codec;

  StoredSurroundings(DataSource database, AvroCodec codec) {
    this.database = database;
    this.codec = codec;
  }

  @Override
  public List<Instance> notStarted(Collection<Job> jobs, int most) {
    List<String> names =
        jobs.stream().map(job -> ImpactViews.ofJob(job.namespace(), job.name())).toList();
    return viewed(NodeInstanceState.class, names, most)
        .map(StoredSurroundings::instance)
        .sorted(Comparator.comparing(Instance::scheduledTime).thenComparing(Instance::id))
        .limit(most)
        .toList();
  }

  private static Instance instance(NodeInstanceState state) {
    return new Instance(
        state.getNodeInstanceId(),
        state.getWorkflowInstanceId(),
        state.getWorkspace(),
        state.getWorkflow(),
        state.getNode(),
        state.getBizdate(),
        state.getScheduledTime());
  }

  @Override
  public Map<Job, String> owners(Collection<Job> jobs) {
    Set<Job> wanted = new HashSet<>(jobs);
    List<String> names = jobs.stream().flatMap(StoredSurroundings::workflows).distinct().toList();
    Map<Job, String> owners = new HashMap<>();
    viewed(WorkflowState.class, names, MOST_WORKFLOWS)
        .map(WorkflowState::getDefinition)
        .forEach(
            definition ->
                definition.getNodes().stream()
                    .filter(node -> wanted.contains(job(definition, node)))
                    .forEach(node -> nameOwner(owners, definition, node)));
    return owners;
  }

  private static void nameOwner(
      Map<Job, String> owners, WorkflowDefinition definition, NodeDefinition node) {
    String owner = node.getOwner() == null ? definition.getOwner() : node.getOwner();
    if (owner != null) {
      owners.put(job(definition, node), owner);
    }
  }

  private static Job job(WorkflowDefinition definition, NodeDefinition node) {
    return new Job(definition.getWorkspace(), definition.getName() + "." + node.getName());
  }

  /** A job's name does not say where its workflow's ends: each dot may be it. */
  private static Stream<String> workflows(Job job) {
    String name = job.name();
    return IntStream.range(0, name.length())
        .filter(i -> name.charAt(i) == '.')
        .mapToObj(i -> ImpactViews.ofWorkflow(job.namespace(), name.substring(0, i)));
  }

  @Override
  public List<Baseline> baselines(Collection<Job> jobs) {
    Set<Job> wanted = new HashSet<>(jobs);
    Set<String> names =
        jobs.stream()
            .map(job -> ImpactViews.ofBaselines(job.namespace()))
            .collect(Collectors.toSet());
    return viewed(BaselineState.class, names, MOST_BASELINES)
        .filter(state -> state.getTasks().stream().anyMatch(task -> has(task, state, wanted)))
        .map(
            state ->
                new Baseline(
                    state.getBaselineId(),
                    state.getWorkspace(),
                    state.getName(),
                    state.getPriority()))
        .sorted(Comparator.comparing(Baseline::workspace).thenComparing(Baseline::name))
        .toList();
  }

  private static boolean has(BaselineTask task, BaselineState state, Set<Job> jobs) {
    String workflow = task.getWorkflow() + ".";
    String node = task.getNode();
    return node == null
        ? jobs.stream()
            .anyMatch(
                job ->
                    job.namespace().equals(state.getWorkspace()) && job.name().startsWith(workflow))
        : jobs.contains(new Job(state.getWorkspace(), workflow + node));
  }

  private <R extends SpecificRecord> Stream<R> viewed(
      Class<R> type, Collection<String> names, int most) {
    String typeName = SpecificData.get().getSchema(type).getFullName();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      List<ViewRow> rows = ViewRowTable.findByNames(connection, typeName, names, most);
      return rows.stream().map(row -> type.cast(state(row)));
    } catch (SQLException e) {
      throw new IllegalStateException("what is known of jobs cannot be read", e);
    }
  }

  private SpecificRecord state(ViewRow row) {
    byte[] body = row.body();
    if (body == null) {
      throw new IllegalStateException(row.subject() + " was asked for with its state");
    }
    try {
      return codec.decode(body);
    } catch (UndecodableException e) {
      throw new IllegalStateException("the state of " + row.subject() + " cannot be read", e);
    }
  }
}
