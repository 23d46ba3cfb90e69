package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.DataMapSteps.accepted;
import static io.weirworks.lineage.service.DataMapSteps.found;
import static io.weirworks.lineage.service.DataMapSteps.refused;
import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.lineage.AddToMetaCollection;
import io.weirworks.contract.lineage.ClassificationCondition;
import io.weirworks.contract.lineage.ClassifyColumn;
import io.weirworks.contract.lineage.ColumnClassification;
import io.weirworks.contract.lineage.ConditionJoin;
import io.weirworks.contract.lineage.ConditionMatch;
import io.weirworks.contract.lineage.ConditionTarget;
import io.weirworks.contract.lineage.CreateMetaCollection;
import io.weirworks.contract.lineage.DeleteMetaCollection;
import io.weirworks.contract.lineage.MetaCollectionKind;
import io.weirworks.contract.lineage.SensitiveCategory;
import io.weirworks.contract.lineage.SetClassificationRule;
import io.weirworks.contract.lineage.TableMetadataState;
import io.weirworks.contract.lineage.UpdateColumnBusinessMetadata;
import io.weirworks.contract.lineage.UpdateTableBusinessMetadata;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.schemas.TopicKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The Data Map: what people, runs and metastores say of tables, as HTTP and the topics show it. */
class DataMapTest {

  @Test
  void tableIsDescribedClassifiedCollectedAndFound() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("mapped");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    awaitAllRead(pipeline, "marker");

    // when
    peopleSpeak();
    String category = accepted(category("Mapped reports", null));
    String below = accepted(category("Daily", category));
    accepted(new AddToMetaCollection(category, "mapped.report"));

    // then
    pagesShowIt();
    searchFindsIt();
    refusals(category, below);
    stateTopicShowsIt();
  }

  private static void peopleSpeak() throws Exception {
    accepted(
        UpdateTableBusinessMetadata.newBuilder()
            .setTable("`Mapped`.REPORT")
            .setDescription("Delays by airport")
            .setOwner("ada")
            .setTags(List.of("gold"))
            .build());
    accepted(new UpdateColumnBusinessMetadata("mapped.report", "AIRPORT", "its full name"));
    accepted(
        new ClassifyColumn(
            "mapped.raw",
            "delay",
            new ColumnClassification("punctuality", SensitiveCategory.BUSINESS, 2)));
    accepted(
        new SetClassificationRule(
            "mapped_airports",
            "place",
            SensitiveCategory.COMPANY,
            1,
            ConditionJoin.AND,
            List.of(
                new ClassificationCondition(
                    ConditionTarget.FIELD_COMMENT, ConditionMatch.CONTAINS, "full name", 0))));
  }

  private static void pagesShowIt() throws Exception {
    JsonNode report = json("/tables/mapped.report/metadata");
    assertThat(report.path("id").asText()).isEqualTo("hms-table:local::mapped::report");
    assertThat(report.path("description").asText()).isEqualTo("Delays by airport");
    assertThat(report.path("collections").path(0).asText()).isEqualTo("Mapped reports");
    assertThat(report.path("outputs").path(0).path("job").asText()).isEqualTo("flights.report");
    assertThat(sensitivities(report)).containsExactly("airport place RULE mapped_airports");
    assertThat(sensitivities(json("/tables/mapped.clean/metadata")))
        .containsExactly("delay punctuality INHERITED mapped.raw.delay");
    assertThat(sensitivities(json("/tables/mapped.delays/metadata"))).isEmpty();
  }

  private static void searchFindsIt() throws Exception {
    assertThat(found("/search?q=AIRPORT&database=mapped"))
        .containsExactlyInAnyOrder(
            "hms-table:local::mapped::airports",
            "hms-table:local::mapped::report",
            "hms-column:local::mapped::report:airport");
    assertThat(found("/search?category=Mapped%20reports&tag=gold&owner=ada"))
        .containsExactly("hms-table:local::mapped::report");
  }

  private static void stateTopicShowsIt() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Kafka.values(KAFKA.read(TopicKind.STATE), TableMetadataState.class))
                    .anySatisfy(
                        state -> {
                          assertThat(state.getDataset().getId()).isEqualTo("mapped.report");
                          assertThat(state.getOwner()).isEqualTo("ada");
                          assertThat(state.getColumns()).hasSize(1);
                        }));
  }

  private static void refusals(String category, String below) throws Exception {
    assertThat(refused(new UpdateColumnBusinessMetadata("mapped.nothing", "x", "y")))
        .isEqualTo("NotFound table");
    assertThat(refused(new UpdateColumnBusinessMetadata("mapped.report", "x", "y")))
        .isEqualTo("NotFound column");
    assertThat(refused(category("Mapped reports", null))).startsWith("Conflict");
    assertThat(refused(new AddToMetaCollection(below, "mapped.nothing")))
        .isEqualTo("NotFound table");
    assertThat(refused(new DeleteMetaCollection(category)))
        .isEqualTo("OperationDenied collectionId");
    accepted(new DeleteMetaCollection(below));
    accepted(new DeleteMetaCollection(category));
    accepted(new DeleteMetaCollection(accepted(category("Mapped reports", null))));
    assertThat(get("/tables/mapped.nothing/metadata").statusCode()).isEqualTo(404);
    assertThat(get("/search?type=view").body()).contains("InvalidParameter", "type", "view");
  }

  private static CreateMetaCollection category(String name, @Nullable String parent) {
    return CreateMetaCollection.newBuilder()
        .setKind(MetaCollectionKind.CATEGORY)
        .setName(name)
        .setParentId(parent)
        .build();
  }

  private static List<String> sensitivities(JsonNode table) {
    List<String> all = new ArrayList<>();
    for (JsonNode column : table.path("columns")) {
      JsonNode told = column.path("classification");
      if (!told.isMissingNode()) {
        all.add(
            "%s %s %s %s"
                .formatted(
                    column.path("name").asText(),
                    told.path("sensitiveType").asText(),
                    told.path("by").asText(),
                    told.path("because").asText()));
      }
    }
    return all;
  }
}
