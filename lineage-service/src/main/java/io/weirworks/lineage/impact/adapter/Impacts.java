package io.weirworks.lineage.impact.adapter;

import static io.weirworks.lineage.impact.adapter.ImpactKind.IMPACT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.lineage.impact.ImpactAssessment;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.Work;
import io.weirworks.schemas.AvroCodec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What handlers of impacts have in common. */
@Singleton
public final class Impacts {

  private final LiveGraph live;
  private final AvroCodec codec;

  public Impacts(LiveGraph live, AvroCodec codec) {
    this.live = live;
    this.codec = codec;
  }

  /** Ids are derived, so the same thing again has no second impact. */
  static String id(String... parts) {
    return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(UTF_8)).toString();
  }

  boolean loaded() {
    return live.loaded().isPresent();
  }

  ImpactAssessment assessment(Work work) {
    return new ImpactAssessment(live.graph(), new StoredSurroundings(work::query, codec));
  }

  /**
   * The impact of a node instance that will not write what its job wrote before; nothing where the
   * job is not known to write anything.
   *
   * @throws IllegalStateException until the graph is loaded: the shard waits for it
   */
  Decision ofNode(Impact.Subject subject, Job job, Asked asked, Work work) {
    LineageGraph graph =
        live.loaded()
            .orElseThrow(() -> new IllegalStateException("the lineage graph is not loaded yet"));
    ImpactAssessment assessment =
        new ImpactAssessment(graph, new StoredSurroundings(work::query, codec));
    List<ColumnNode> written = assessment.writtenBy(job);
    if (written.isEmpty() || work.find(IMPACT, subject.id()).isPresent()) {
      return Decision.nothing();
    }
    return Decision.effects(told(assessment.assess(subject, written, asked.now())));
  }

  static List<Effect> told(Impact impact) {
    return List.of(new Effect.Tell<>(ImpactKind.ref(impact.subject().id()), impact));
  }

  static Decision accepted(Impact impact) {
    SubjectRef<?, ?> subject = ImpactKind.ref(impact.subject().id());
    return Decision.accepted(subject, told(impact));
  }
}
