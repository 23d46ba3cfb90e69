package io.weirworks.lineage.impact.adapter;

import static io.weirworks.lineage.impact.adapter.ImpactKind.IMPACT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.lineage.impact.ImpactAssessment;
import io.weirworks.lineage.internal.adapter.Trail;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What handlers of impacts and the thread that assesses them have in common. */
@Singleton
final class Impacts {

  private final LiveGraph live;
  private final StoredSurroundings surroundings;
  private final ImpactBell bell;
  private final InstantSource clock;

  Impacts(LiveGraph live, StoredSurroundings surroundings, ImpactBell bell, InstantSource clock) {
    this.live = live;
    this.surroundings = surroundings;
    this.bell = bell;
    this.clock = clock;
  }

  /** Ids are derived, so the same thing again has no second impact. */
  static String id(String... parts) {
    return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(UTF_8)).toString();
  }

  /** For names of people, which are looked up at once; empty until the graph is loaded. */
  Optional<ImpactAssessment> assessment() {
    return live.loaded().map(this::on);
  }

  private ImpactAssessment on(LineageGraph graph) {
    return new ImpactAssessment(graph, surroundings);
  }

  /**
   * The impact of a node instance that will not write what its job wrote before is due; nothing
   * where the job is known to write nothing.
   */
  Decision ofNode(Impact.Subject subject, Job job, Asked asked, Work work) {
    boolean writesNothing =
        live.loaded().map(graph -> graph.writtenBy(job).isEmpty()).orElse(false);
    if (writesNothing || work.find(IMPACT, subject.id()).isPresent()) {
      return Decision.nothing();
    }
    return Decision.effects(due(DueImpact.ofNode(subject, job, Trail.of(asked.envelope())), asked));
  }

  /** Assessing is not for the deciding thread: a row says that it is to be done. */
  List<Effect> due(DueImpact due, Asked asked) {
    return List.of(
        DueImpactRows.write(due, asked.now()), new Effect.Hint(bell.hint(due.subject().id())));
  }

  /** What is found now; without origins where a job that failed is not known to write anything. */
  Impact assessed(LineageGraph graph, DueImpact due) {
    ImpactAssessment assessment = on(graph);
    Job writer = due.writer();
    List<ColumnNode> origins = writer == null ? due.origins() : assessment.writtenBy(writer);
    return assessment.assess(due.subject(), origins, clock.instant());
  }
}
