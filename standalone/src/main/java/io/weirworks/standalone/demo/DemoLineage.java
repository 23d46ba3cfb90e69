package io.weirworks.standalone.demo;

import io.weirworks.contract.lineage.RunLineageState;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.follow.FlowProgress;
import io.weirworks.standalone.lineage.Direction;
import io.weirworks.standalone.lineage.LineageGraph;
import io.weirworks.standalone.lineage.LineageTree;
import io.weirworks.standalone.topics.StateTopic;
import io.weirworks.standalone.topics.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lineage of what a flow's SQL nodes wrote; it comes shortly after their end. */
final class DemoLineage {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String SQL = "EMR_SPARK_SQL";

  private final StateTopic lineage = new StateTopic();
  private final InstantSource clock;

  DemoLineage(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The tree of a column, once all runs of the flow have been looked at.
   *
   * @throws StandaloneException {@code LINEAGE_MISSING} where they were not in time, or where the
   *     tree does not lead to the origin
   */
  LineageTree await(String bootstrapServers, FlowProgress flow, String column, String origin) {
    Set<String> awaited = sqlNodes(flow);
    Instant end = clock.instant().plus(LIMIT);
    try (TopicReader reader =
        TopicReader.of(bootstrapServers, List.of(Service.LINEAGE.topic(TopicKind.STATE)))) {
      reader.readToEnd(lineage::take);
      Optional<LineageTree> tree = tree(awaited, column, origin);
      while (tree.isEmpty()) {
        if (clock.instant().isAfter(end)) {
          throw missing(awaited, column, origin);
        }
        reader.poll().forEach(lineage::take);
        tree = tree(awaited, column, origin);
      }
      return tree.get();
    }
  }

  private static Set<String> sqlNodes(FlowProgress flow) {
    return flow.instances().stream()
        .flatMap(instance -> flow.nodesOf(instance).stream())
        .filter(node -> node.getCommand().equals(SQL))
        .map(NodeInstanceState::getNodeInstanceId)
        .collect(Collectors.toSet());
  }

  private Optional<LineageTree> tree(Set<String> awaited, String column, String origin) {
    return unseen(awaited).isEmpty()
        ? LineageGraph.of(lineage)
            .find(column, Direction.UPSTREAM)
            .filter(tree -> tree.leadsTo(origin))
        : Optional.empty();
  }

  private Set<String> unseen(Set<String> awaited) {
    Set<String> unseen = new HashSet<>(awaited);
    lineage
        .all(RunLineageState.class)
        .map(RunLineageState::getNodeInstanceId)
        .forEach(unseen::remove);
    return unseen;
  }

  private StandaloneException missing(Set<String> awaited, String column, String origin) {
    Set<String> unseen = unseen(awaited);
    return new StandaloneException(
        StandaloneException.Code.LINEAGE_MISSING,
        unseen.isEmpty()
            ? "%s is not traced back to %s; see: weirworks lineage show %s"
                .formatted(column, origin, column)
            : "lineage of %d of %d SQL nodes did not come within %d s; see: weirworks status"
                .formatted(unseen.size(), awaited.size(), LIMIT.toSeconds()));
  }
}
