package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.DataMapSteps.accepted;
import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.MarquezAnswers.texts;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.post;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.lineage.UpdateColumnBusinessMetadata;
import io.weirworks.contract.lineage.UpdateTableBusinessMetadata;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every read that Marquez's web client (web/src/store/requests of 0.50), marquez-python 0.50 and
 * the Java client make, written as they write it, with the fields that they cannot do without.
 */
class MarquezClientsTest {

  private static final Pipeline PIPELINE = new Pipeline("client");
  private static final String RUN = UUID.randomUUID().toString();

  private static Instant now = Instant.EPOCH;

  @BeforeAll
  static void runThePipeline() throws Exception {
    now = InstantSource.system().instant();
    for (NodeRun run : PIPELINE.runs()) {
      tell(PIPELINE, run);
    }
    awaitAllRead(PIPELINE, "marker");
    accepted(
        UpdateTableBusinessMetadata.newBuilder()
            .setTable("client.report")
            .setDescription("Delays by airport")
            .setUsageNote("by day")
            .setOwner("ada")
            .setTags(List.of("gold", "daily"))
            .build());
    accepted(new UpdateColumnBusinessMetadata("client.report", "airport", "its full name"));
    String start = now.minusSeconds(7).truncatedTo(ChronoUnit.MILLIS).toString();
    String end = now.truncatedTo(ChronoUnit.MILLIS).toString();
    post(API + "/lineage", event("START", start));
    post(API + "/lineage", event("COMPLETE", end));
    await()
        .atMost(PATIENCE)
        .until(() -> json(API + "/jobs/runs/" + RUN).path("state").asText().equals("COMPLETED"));
    await().atMost(PATIENCE).until(RunningLineage::hasReadAll);
  }

  private static String event(String type, String time) {
    return RunHistoryTest.event(type, RUN, time, "client.job", "client.clean", "client.out");
  }

  /** In the last column JSON pointers of what must be there and not null. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ui     | /namespaces                                                              | /namespaces/0/name /namespaces/0/createdAt /namespaces/0/updatedAt /namespaces/0/ownerName /namespaces/0/isHidden
          ui     | /namespaces/hive/datasets?limit=20&offset=0                              | /totalCount /datasets/0/id/namespace /datasets/0/id/name /datasets/0/fields /datasets/0/tags /datasets/0/facets /datasets/0/columnLineage /datasets/0/deleted
          ui     | /namespaces/hive/datasets/client.report                                  | /name /createdAt /updatedAt /lastModifiedAt /fields/0/name /fields/0/tags /description /sourceName /physicalName
          ui     | /namespaces/hive/datasets/client.report/versions?limit=100&offset=0      | /totalCount /versions/0/id/version /versions/0/createdByRun/id /versions/0/fields /versions/0/createdAt /versions/0/facets /versions/0/lifecycleState
          ui     | /jobs?limit=25&offset=0                                                  | /totalCount /jobs/0/id/name /jobs/0/latestRun/state /jobs/0/latestRuns/0/id /jobs/0/tags /jobs/0/inputs /jobs/0/outputs
          ui     | /jobs?limit=25&offset=0&lastRunStates=COMPLETED                          | /jobs/0/latestRun/state
          ui     | /namespaces/demo/jobs?limit=25&offset=0                                  | /totalCount /jobs/0/name /jobs/0/simpleName /jobs/0/createdAt /jobs/0/updatedAt /jobs/0/type
          ui     | /namespaces/etl/jobs/client.job                                          | /latestRun/durationMs /latestRun/startedAt /latestRun/endedAt /latestRun/args /latestRun/facets
          ui     | /namespaces/etl/jobs/client.job/runs?limit=100&offset=0                  | /totalCount /runs/0/id /runs/0/createdAt /runs/0/updatedAt /runs/0/state /runs/0/jobVersion/name /runs/0/durationMs
          ui     | /jobs/runs/RUN/facets?type=run                                           | /runId /facets/parent/run/runId
          ui     | /jobs/runs/RUN/facets?type=job                                           | /runId /facets
          ui     | /lineage/?nodeId=dataset:hive:client.clean&depth=2                       | /graph/0/id /graph/0/type /graph/0/data/id/name /graph/0/inEdges /graph/0/outEdges
          ui     | /lineage/?nodeId=job:etl:client.job&depth=2                              | /graph/0/id
          ui     | /column-lineage?nodeId=dataset:hive:client.clean&depth=2&withDownstream=true | /graph/0/id /graph/0/type /graph/0/data/namespace /graph/0/data/dataset /graph/0/data/field /graph/0/data/inputFields /graph/0/inEdges /graph/0/outEdges
          ui     | /search/?q=client&sort=UPDATE_AT&limit=100                               | /totalCount /results/0/name /results/0/namespace /results/0/nodeId /results/0/type /results/0/updatedAt
          ui     | /search/?q=client&sort=NAME&limit=100&filter=DATASET                     | /results/0/name
          ui     | /events/lineage?limit=20&before=2100-01-01T00:00:00.000Z&after=2026-01-01T00:00:00.000Z&offset=0&sortDirection=desc | /totalCount /events/0/eventType /events/0/eventTime /events/0/producer /events/0/schemaURL /events/0/run/runId /events/0/run/facets /events/0/job/name /events/0/job/namespace /events/0/inputs/0/name /events/0/outputs/0/namespace
          ui     | /events/lineage?limit=100&before=&after=&offset=0&sortDirection=asc      | /events/0/eventType
          ui     | /stats/lineage-events?period=DAY&timezone=Europe/Berlin                  | /23/startInterval /23/endInterval /23/fail /23/start /23/complete /23/abort
          ui     | /stats/lineage-events?period=WEEK&timezone=Asia/Kolkata                  | /6/startInterval /6/complete
          ui     | /stats/jobs?period=DAY&timezone=UTC                                      | /23/startInterval /23/endInterval /23/count
          ui     | /stats/datasets?period=WEEK&timezone=UTC                                 | /6/count
          ui     | /stats/sources?period=WEEK&timezone=UTC                                  | /6/count
          ui     | /tags                                                                    | /tags/0/name
          python | /namespaces/demo                                                         | /name /ownerName
          python | /sources?limit=100&offset=0                                              | /sources/0/name
          python | /sources/hive                                                            | /name /type /createdAt /updatedAt /connectionUrl
          python | /namespaces/hive/datasets/client.clean/versions/VERSION                  | /id/version /createdByRun/id /fields
          python | /jobs/runs/RUN                                                           | /id /state /createdAt /updatedAt
          python | /column-lineage?nodeId=job%3Ademo%3Aflights.clean&depth=20&withDownstream=False | /graph/0/id
          python | /column-lineage?nodeId=datasetField%3Ahive%3Aclient.clean%3Adelay&depth=20&withDownstream=False | /graph/0/id
          java   | /namespaces/demo/jobs/flights.clean/versions?limit=100&offset=0          | /versions
          java   | /search?q=client&limit=100                                               | /totalCount /results/0/nodeId
          """)
  void clientFindsWhatItReads(String client, String path, String fields) throws Exception {
    // given
    String asked = path.replace("RUN", RUN);
    if (asked.endsWith("VERSION")) {
      JsonNode versions = json(API + asked.replace("/VERSION", ""));
      asked = asked.replace("VERSION", versions.at("/versions/0/id/version").asText());
    }

    // when
    assertThat(get(API + asked).statusCode()).as(client + " " + asked).isEqualTo(200);
    JsonNode answer = json(API + asked);

    // then
    for (String pointer : fields.strip().split(" ")) {
      assertThat(answer.at(pointer).isMissingNode() || answer.at(pointer).isNull())
          .as(pointer + " of " + answer)
          .isFalse();
    }
  }

  @Test
  void runOfOthersIsShownFromItsStartToItsEnd() throws Exception {
    JsonNode job = json(API + "/namespaces/etl/jobs/client.job");

    assertThat(job.at("/latestRun/durationMs").asLong()).isEqualTo(7_000);
    assertThat(texts(job.path("latestRuns"), "id")).containsExactly(RUN);
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
    String span = "&after=%s&before=%s".formatted(now.minusSeconds(8), now.plusSeconds(1));

    // when
    JsonNode latestFirst = json(API + "/events/lineage?limit=100" + span);
    JsonNode earliestFirst = json(API + "/events/lineage?limit=1&sortDirection=asc" + span);

    // then
    List<JsonNode> ofRun = MarquezAnswers.all(latestFirst.path("events"), "/run/runId", RUN);
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
