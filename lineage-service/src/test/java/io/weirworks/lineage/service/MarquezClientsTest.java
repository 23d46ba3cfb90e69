package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every read that Marquez's web client (web/src/store/requests of 0.50), marquez-python 0.50 and
 * the Java client make, written as they write it, with the fields that they cannot do without.
 */
class MarquezClientsTest {

  @BeforeAll
  static void tellThePipeline() throws Exception {
    ClientPipeline.tell();
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
    String asked = path.replace("RUN", ClientPipeline.RUN);
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
}
