package io.weirworks.standalone.command;

import io.weirworks.contract.lineage.ReportColumnSamples;
import io.weirworks.lineage.classification.ColumnSample;
import io.weirworks.lineage.metadata.TableSamples;
import io.weirworks.lineage.metadata.adapter.SampleRecords;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.asking.ServiceReads;
import io.weirworks.standalone.crawl.SnapshotTopic;
import io.weirworks.standalone.platform.EmbeddedSpark;
import io.weirworks.standalone.platform.SparkQuery;
import io.weirworks.standalone.profile.ContentTest;
import io.weirworks.standalone.profile.CountedRows;
import io.weirworks.standalone.profile.ProfiledTable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts what rules on content ask for, and tells lineage-service the counts. */
@Command(
    name = "profile",
    description = {
      "Count how many values of a table's columns fit the rules on content, and tell the Data Map"
          + " the counts; no value leaves the embedded Spark.",
      "Example: lineage profile flights.route_delay --rows 1000"
    })
final class LineageProfileCommand implements Callable<Integer> {

  private static final int MOST_ROWS = 100_000;

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Parameters(paramLabel = "TABLE", description = "Such as flights.route_delay.")
  private String name = "";

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Rows to look at, of the last partition where there are any, 1 to 100,000; default:"
              + " ${DEFAULT-VALUE}.")
  private int rows = 1_000;

  LineageProfileCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() throws Exception {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_ARGUMENT, "--rows must be from 1 to " + MOST_ROWS);
    }
    ServiceReads reads = new ServiceReads(platform.platform().address(Service.LINEAGE));
    ProfiledTable table =
        ProfiledTable.of(
            reads.get(
                "/tables/" + ServiceReads.part(name) + "/metadata",
                "table " + name,
                "weirworks lineage search finds some"));
    List<ContentTest> tests = ContentTest.of(reads.get("/classification/rules", "list of rules"));
    if (tests.isEmpty()) {
      surroundings.print("no rule asks for content; lineage template --install sets some");
      return 0;
    }
    TableSamples samples = count(table, tests);
    tell(table, samples);
    print(samples);
    return 0;
  }

  private TableSamples count(ProfiledTable table, List<ContentTest> tests) throws IOException {
    EmbeddedSpark spark =
        new EmbeddedSpark(
            platform.dataFolder(), surroundings.environment(), new PrintedUpView(surroundings));
    Instant takenAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String output =
        new SparkQuery(platform.dataFolder(), spark, spark.metastore())
            .rows(table.query(tests, rows).sql());
    return CountedRows.read(output, tests, takenAt);
  }

  private void tell(ProfiledTable table, TableSamples samples) throws InterruptedException {
    try (SnapshotTopic topic = new SnapshotTopic(platform.bootstrapServers())) {
      topic
          .tell(
              table.dataset(),
              new ReportColumnSamples(
                  table.database(), table.table(), SampleRecords.record(samples)))
          .get();
    } catch (ExecutionException e) {
      throw new StandaloneException(
          StandaloneException.Code.PROFILE_FAILED,
          "the counts could not be published: " + e.getCause(),
          e);
    }
  }

  private void print(TableSamples samples) {
    samples
        .columns()
        .forEach(
            (column, sample) ->
                surroundings.print(
                    "%-24s  %6d values  %s"
                        .formatted(
                            column,
                            sample.sampled(),
                            String.join(", ", sample.hits().stream().map(this::hits).toList()))
                        .stripTrailing()));
  }

  private String hits(ColumnSample.Hits hits) {
    return hits.count() + " " + hits.value();
  }
}
