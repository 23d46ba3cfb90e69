package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.lineage.AffectedBaseline;
import io.weirworks.contract.lineage.AffectedColumn;
import io.weirworks.contract.lineage.AffectedInstance;
import io.weirworks.contract.lineage.AffectedTable;
import io.weirworks.contract.lineage.AssessImpact;
import io.weirworks.contract.lineage.ImpactAssessed;
import io.weirworks.contract.lineage.ImpactCause;
import io.weirworks.contract.lineage.ImpactState;
import io.weirworks.contract.lineage.WhatIf;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of what depends on something that broke. */
class ImpactTest {

  private static List<ImpactAssessed> told() {
    return Kafka.values(KAFKA.read(TopicKind.EVENTS), ImpactAssessed.class);
  }

  private static Optional<ImpactAssessed> ofNodeInstance(String id) {
    return told().stream().filter(impact -> id.equals(impact.getNodeInstanceId())).findFirst();
  }

  private static void made(Pipeline pipeline) throws Exception {
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    awaitAllRead(pipeline, "marker");
  }

  @Test
  void nodeThatFailedForGoodNamesWhatDependsOnWhatItWroteBefore() throws Exception {
    // given
    made(new Pipeline("broken"));
    Neighbours.tell("ni-waiting", 1, InstanceStatus.NOT_RUN, "report");
    Neighbours.tell("ni-done", 1, InstanceStatus.NOT_RUN, "report");
    Neighbours.tell("ni-done", 2, InstanceStatus.SUCCESS, "report");
    Neighbours.tellWorkflow("user:grace", "report");
    Neighbours.tellBaseline("morning", "report");
    await()
        .atMost(PATIENCE)
        .until(() -> json(whatIf("broken.clean")).path("baselines").path("total").asInt() == 1);

    // when
    Instant before = Instant.now();
    Neighbours.tellFailed("ni-broken", "clean");
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(PATIENCE)
        .until(() -> ofNodeInstance("ni-broken").isPresent());
    Duration delay = Duration.between(before, Instant.now());

    // then
    System.out.println("ImpactAssessed was read " + delay.toMillis() + " ms after the failure");
    ImpactAssessed impact = ofNodeInstance("ni-broken").orElseThrow();
    assertThat(impact.getCause()).isEqualTo(ImpactCause.NODE_FAILED);
    assertThat(impact.getOrigins()).extracting(o -> o.getDataset()).contains("broken.clean");
    assertThat(impact.getTables())
        .extracting(AffectedTable::getDataset, AffectedTable::getDepth)
        .contains(tuple("broken.delays", 1), tuple("broken.report", 2));
    assertThat(impact.getColumns())
        .extracting(AffectedColumn::getDataset, AffectedColumn::getColumn)
        .contains(tuple("broken.report", "avg_delay"));
    assertThat(impact.getJobs())
        .extracting(job -> job.getJob().getName(), job -> job.getOwner())
        .contains(tuple("flights.report", "user:grace"));
    assertThat(impact.getInstances())
        .extracting(AffectedInstance::getNodeInstanceId)
        .containsExactly("ni-waiting");
    assertThat(impact.getBaselines())
        .extracting(AffectedBaseline::getName)
        .containsExactly("morning");
    assertThat(impact.getTruncated()).isFalse();
    assertThat(impact.getTablesTotal()).isEqualTo(impact.getTables().size());
  }

  @Test
  void failureToldAgainHasNoSecondImpact() throws Exception {
    // given
    made(new Pipeline("repeated"));

    // when
    Neighbours.tellFailed("ni-repeated", "clean");
    Neighbours.tellFailed("ni-repeated", "clean");
    Neighbours.tellFailed("ni-behind", "clean");

    // then
    await().atMost(PATIENCE).until(() -> ofNodeInstance("ni-behind").isPresent());
    assertThat(told())
        .filteredOn(impact -> "ni-repeated".equals(impact.getNodeInstanceId()))
        .hasSize(1);
  }

  @Test
  void commandNamesAColumnThatSomebodyMeansToDrop() throws Exception {
    // given
    made(new Pipeline("asked"));

    // when
    Reply reply =
        Neighbours.ask(
            AssessImpact.newBuilder()
                .setNames(List.of("Asked.Raw.DELAY"))
                .setWhatIf(WhatIf.DROP)
                .build());

    // then
    assertThat(reply).isInstanceOf(Reply.Accepted.class);
    String id = ((Reply.Accepted) reply).subject();
    await()
        .atMost(PATIENCE)
        .until(() -> told().stream().anyMatch(impact -> impact.getImpactId().equals(id)));
    ImpactAssessed impact =
        told().stream().filter(i -> i.getImpactId().equals(id)).findFirst().orElseThrow();
    assertThat(impact.getCause()).isEqualTo(ImpactCause.DROP);
    assertThat(impact.getColumns())
        .extracting(AffectedColumn::getDataset, AffectedColumn::getColumn, AffectedColumn::getDepth)
        .contains(tuple("asked.clean", "delay", 1), tuple("asked.report", "avg_delay", 3));
    assertThat(impact.getTables())
        .extracting(AffectedTable::getDataset)
        .containsExactly("asked.clean", "asked.delays", "asked.report");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Kafka.values(KAFKA.read(TopicKind.STATE), ImpactState.class).stream()
                    .anyMatch(state -> state.getImpactId().equals(id) && state.getTables() == 3));
  }

  @Test
  void nameThatNoLineageKnowsIsRefused() throws Exception {
    // given
    await().atMost(PATIENCE).until(() -> get(whatIf("nobody.wrote")).statusCode() == 404);

    // when
    Reply reply =
        Neighbours.ask(AssessImpact.newBuilder().setNames(List.of("nobody.wrote.this")).build());

    // then
    assertThat(reply).isInstanceOf(Reply.Rejected.class);
    assertThat(((Reply.Rejected) reply).rejection())
        .extracting(r -> r.code(), r -> r.field(), r -> r.value())
        .containsExactly("NotFound", "$.names[0]", "nobody.wrote.this");
  }

  @Test
  void whatIfReadAnswersTheSameAndTellsNothing() throws Exception {
    // given
    made(new Pipeline("whatif"));
    int before = told().size();

    // when
    JsonNode impact = json("/lineage/impact?dataset=whatif.raw&column=delay");

    // then
    assertThat(impact.path("tables").path("shown"))
        .extracting(table -> table.path("dataset").asText())
        .containsExactly("whatif.clean", "whatif.delays", "whatif.report");
    assertThat(impact.path("jobs").path("total").asInt()).isEqualTo(3);
    assertThat(told()).hasSize(before);
  }

  private static String whatIf(String dataset) {
    return "/lineage/impact?dataset=" + dataset;
  }
}
