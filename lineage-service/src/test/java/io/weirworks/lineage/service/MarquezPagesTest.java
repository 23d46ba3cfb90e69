package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.MarquezAnswers.texts;
import static io.weirworks.lineage.service.RunningLineage.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of Marquez's web client show. */
class MarquezPagesTest {

  @BeforeAll
  static void tellThePipeline() throws Exception {
    ClientPipeline.tell();
  }

  @Test
  void runOfOthersIsShownFromItsStartToItsEnd() throws Exception {
    JsonNode job = json(API + "/namespaces/etl/jobs/client.job");

    assertThat(job.at("/latestRun/durationMs").asLong()).isEqualTo(7_000);
    assertThat(texts(job.path("latestRuns"), "id")).containsExactly(ClientPipeline.RUN);
  }

  @Test
  void datasetShowsWhatTheDataMapSays() throws Exception {
    JsonNode report = json(API + "/namespaces/hive/datasets/client.report");

    assertThat(report.path("description").asText()).isEqualTo("Delays by airport");
    assertThat(report.path("tags")).extracting(JsonNode::asText).containsExactly("daily", "gold");
    assertThat(report.at("/fields/0/description").asText()).isEqualTo("its full name");
    assertThat(report.at("/facets/ownership/owners/0/name").asText()).isEqualTo("ada");
    assertThat(report.at("/facets/documentation/description").asText()).isEqualTo("by day");
    JsonNode versions = json(API + "/namespaces/hive/datasets/client.report/versions");
    assertThat(versions.at("/versions/0/tags")).isEqualTo(report.path("tags"));
    assertThat(versions.at("/versions/0/description")).isEqualTo(report.path("description"));
    assertThat(versions.at("/versions/0/facets")).isEqualTo(report.path("facets"));
    assertThat(texts(json(API + "/tags").path("tags"), "name")).contains("daily", "gold");
    assertThat(json(API + "/namespaces/hive/datasets/client.clean").path("tags")).isEmpty();
  }

  @Test
  void filesThatAreReadOnlyHaveOneVersionThatNoRunMade() throws Exception {
    JsonNode versions =
        json(
            API
                + "/namespaces/file/datasets/"
                + MarquezAnswers.encoded("/data/client/flights.json")
                + "/versions");

    assertThat(versions.path("totalCount").asInt()).isEqualTo(1);
    assertThat(versions.at("/versions/0/createdByRun").isNull()).isTrue();
    assertThat(versions.at("/versions/0/fields")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"demo/datasets, datasets", "hive/jobs, jobs"})
  void namespaceOfTheOtherKindOnlyHasAnEmptyList(String path, String list) throws Exception {
    JsonNode page = json(API + "/namespaces/" + path);

    assertThat(page.path("totalCount").asInt()).isZero();
    assertThat(page.path(list).isArray()).isTrue();
  }

  @Test
  void eventsAreTheStartAndTheEndOfARunThatIsKept() throws Exception {
    // given
    Instant now = ClientPipeline.tell();
    String span = "&after=%s&before=%s".formatted(now.minusSeconds(8), now.plusSeconds(1));

    // when
    JsonNode latestFirst = json(API + "/events/lineage?limit=100" + span);
    JsonNode earliestFirst = json(API + "/events/lineage?limit=1&sortDirection=asc" + span);

    // then
    List<JsonNode> ofRun =
        MarquezAnswers.all(latestFirst.path("events"), "/run/runId", ClientPipeline.RUN);
    assertThat(ofRun)
        .extracting(event -> event.path("eventType").asText())
        .containsExactly("COMPLETE", "START");
    assertThat(ofRun.getFirst().path("producer").asText()).contains("weirworks");
    assertThat(texts(ofRun.getFirst().path("outputs"), "name")).containsExactly("client.out");
    assertThat(earliestFirst.path("events")).hasSize(1);
    assertThat(earliestFirst.path("totalCount").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void startPageCountsRunsAndWhatIsKnown() throws Exception {
    // when
    JsonNode hours = json(API + "/stats/lineage-events?period=DAY&timezone=UTC");
    JsonNode days = json(API + "/stats/lineage-events?period=WEEK&timezone=UTC");
    JsonNode datasets = json(API + "/stats/datasets?period=DAY&timezone=UTC");
    JsonNode jobs = json(API + "/stats/jobs?period=WEEK&timezone=UTC");

    // then
    assertThat(hours).hasSize(24);
    assertThat(days).hasSize(7);
    assertThat(sum(hours, "complete")).isPositive();
    assertThat(sum(hours, "start")).isPositive();
    assertThat(days.get(6).path("startInterval").asText()).endsWith("T00:00:00Z");
    assertThat(datasets.get(23).path("count").asInt()).isGreaterThanOrEqualTo(6);
    assertThat(datasets.get(0).path("count").asInt()).as("a day ago").isZero();
    assertThat(jobs.get(6).path("count").asInt())
        .isEqualTo(json(API + "/jobs").path("totalCount").asInt());
  }

  private static int sum(JsonNode figures, String name) {
    int sum = 0;
    for (JsonNode figure : figures) {
      sum += figure.path(name).asInt();
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"jobs, client.job, COMPLETE, ''", "datasets, client.report, COMPLETE, airport"})
  void advancedSearchFindsNames(String kind, String name, String eventType, String field)
      throws Exception {
    // when
    JsonNode found = json("/api/v2beta/search/" + kind + "?q=" + name.toUpperCase(Locale.ROOT));

    // then
    assertThat(texts(found.path("hits"), "name")).contains(name);
    JsonNode hit = found.at("/hits/0");
    assertThat(hit.path("eventType").asText()).isEqualTo(eventType);
    assertThat(found.path("highlights")).hasSameSizeAs(found.path("hits"));
    assertThat(hit.at("/facets/schema/fields/0/name").asText()).isEqualTo(field);
  }
}
