package io.weirworks.standalone.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.contract.lineage.ReportTableSnapshot;
import io.weirworks.contract.lineage.SnapshotColumn;
import io.weirworks.contract.lineage.TableSnapshot;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.standalone.StandaloneException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a metastore's lines become. */
class MetastoreCrawlTest {

  private final List<ReportTableSnapshot> sent = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final MetastoreCrawl crawl =
      new MetastoreCrawl(
          (key, command) -> {
            keys.add(key);
            sent.add(command);
            return answer(command);
          },
          refusals::add);

  private static Future<?> answer(ReportTableSnapshot command) {
    return switch (command.getTable()) {
      case "large" -> CompletableFuture.failedFuture(new RecordTooLargeException("5 MiB"));
      case "late" -> CompletableFuture.failedFuture(new TimeoutException("no broker"));
      default -> CompletableFuture.completedFuture(null);
    };
  }

  private CrawlCounts tell(String... lines) throws IOException {
    return crawl.tell(new BufferedReader(new StringReader(String.join("\n", lines))));
  }

  private static String table(String name) {
    return "{\"database\": \"d\", \"table\": \"%s\", \"takenAt\": 1}".formatted(name);
  }

  @Test
  void aLineBecomesACommandWithAllThatItSays() throws IOException {
    // when
    var counts =
        tell(
            """
            {"database": "Sales", "table": "Daily", "type": "MANAGED_TABLE", "owner": "ada", "comment": "by day",
             "columns": [{"name": "Amount", "type": "decimal(10,2)", "comment": "in euro"}],
             "partitionColumns": [{"name": "ds", "type": "string"}], "partitions": ["ds=2", "ds=1"], "partitionCount": 2,
             "location": "file:/warehouse/daily", "format": "parquet", "createdAt": 1000, "modifiedAt": 2000, "takenAt": 3000}
            """
                .replace("\n", ""));
    // then
    assertThat(counts).isEqualTo(new CrawlCounts(1, 0));
    assertThat(keys).containsExactly("sales.daily");
    assertThat(sent)
        .containsExactly(
            new ReportTableSnapshot(
                "sales",
                "daily",
                new TableSnapshot(
                    List.of(new SnapshotColumn("amount", "decimal(10,2)", "in euro")),
                    List.of(new SnapshotColumn("ds", "string", null)),
                    List.of("ds=2", "ds=1"),
                    2,
                    "ada",
                    "by day",
                    "file:/warehouse/daily",
                    "parquet",
                    Instant.ofEpochMilli(1000),
                    Instant.ofEpochMilli(2000),
                    Instant.ofEpochMilli(3000))));
  }

  @Test
  void whatIsMoreThanTheContractAllowsIsCutAndStillARecord() throws IOException {
    // given
    String columns =
        IntStream.range(0, 2_500)
            .mapToObj("{\"name\": \"c%d\", \"type\": \"int\"}"::formatted)
            .collect(Collectors.joining(","));
    String line =
        """
        {"database": "d", "table": "t", "comment": "%s", "partitionCount": 5000, "takenAt": 1, "columns": [%s],
         "partitionColumns": [{"name": "ds", "type": "string", "comment": "%s"}]}
        """
            .formatted("x".repeat(5_000), columns, "y".repeat(600))
            .replace("\n", "");
    // when
    tell(line);
    // then
    TableSnapshot snapshot = sent.getFirst().getSnapshot();
    assertThat(snapshot.getColumns()).hasSize(1_999);
    assertThat(snapshot.getPartitionColumns()).hasSize(1);
    assertThat(snapshot.getPartitionColumns().getFirst().getComment()).hasSize(500);
    assertThat(snapshot.getComment()).hasSize(4_000);
    assertThat(snapshot.getPartitionCount()).isEqualTo(5_000);
    assertThat(new AvroCodec(SchemaCatalogue.contract()).encode(sent.getFirst()))
        .hasSizeLessThan(4 << 20);
  }

  @Test
  void keysInALocationAreNotTold() throws IOException {
    // when
    tell(
        "{\"database\": \"d\", \"table\": \"t\", \"location\": \"s3a://key:secret@bucket/t\", \"takenAt\": 1}",
        "{\"database\": \"d\", \"table\": \"u\", \"location\": \"abfss://files@account.dfs.core.windows.net/u\", \"takenAt\": 1}");
    // then
    assertThat(sent)
        .extracting(command -> command.getSnapshot().getLocation())
        .containsExactly("s3://bucket/t", "abfs://files@account.dfs.core.windows.net/u");
  }

  @Test
  void aTableThatCannotBeReadOrToldIsRefusedAndTheRestIsTold() throws IOException {
    // when
    var counts =
        tell(
            table("a"),
            "{\"database\": \"d\", \"table\": \"b\", \"unread\": \"no such SerDe\"}",
            table("large"),
            table("c"));
    // then
    assertThat(counts).isEqualTo(new CrawlCounts(2, 2));
    assertThat(refusals).containsExactly("refused: d.b: no such SerDe", "refused: d.large: 5 MiB");
  }

  @Test
  void aMetastoreThatFailsEndsTheCrawlWithItsCause() {
    assertThatThrownBy(() -> tell(table("a"), "{\"failed\": \"the metastore is away\"}"))
        .isInstanceOf(StandaloneException.class)
        .hasMessage("CRAWL_FAILED: the metastore is away; 1 tables were told before");
  }

  @Test
  void aBrokerThatFailsEndsTheCrawlAtOnce() {
    assertThatThrownBy(() -> tell(table("late"), table("a")))
        .isInstanceOf(StandaloneException.class)
        .hasMessageContaining("d.late could not be published")
        .hasMessageContaining("no broker");
    assertThat(sent).hasSize(1);
  }

  @Test
  void whatIsNoTableIsShown() {
    assertThatThrownBy(() -> tell("Listening for transport"))
        .isInstanceOf(StandaloneException.class)
        .hasMessageContaining("Listening for transport");
  }
}
