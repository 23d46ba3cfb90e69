package io.weirworks.lineage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the graph when its events cannot be followed. */
class GraphFollowerTest {

  @Test
  void eventThatCannotBeReadLetsTheGraphBeginAnewFromItsRows() throws Exception {
    try (SeparateLineage lineage = new SeparateLineage();
        ApplicationContext member = lineage.member()) {
      // given
      lineage.pipelineRan(member, "before");
      LiveGraph live = member.getBean(LiveGraph.class);
      Optional<LineageGraph> followed = live.loaded();

      // when
      lineage
          .kafka()
          .garbage(
              Service.LINEAGE.topic(TopicKind.EVENTS),
              TableLineageUpdated.getClassSchema().getFullName());
      await()
          .atMost(RunningLineage.PATIENCE)
          .untilAsserted(() -> assertThat(live.loaded()).isPresent().isNotEqualTo(followed));
      lineage.pipelineRan(member, "after");

      // then what was there before is still there
      assertThat(live.graph().knows("before.report")).isTrue();
    }
  }
}
