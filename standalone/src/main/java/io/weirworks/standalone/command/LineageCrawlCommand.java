package io.weirworks.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.infra.process.LogTail;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.crawl.CrawlCounts;
import io.weirworks.standalone.crawl.MetastoreCrawl;
import io.weirworks.standalone.crawl.SnapshotTopic;
import io.weirworks.standalone.platform.EmbeddedSpark;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells lineage-service what a Hive metastore has. */
@Command(
    name = "crawl",
    description = {
      "Tell the Data Map of all tables of a Hive metastore; ends with 1 when one could not be told.",
      "Example: lineage crawl --database 'sales*|flights'"
    })
final class LineageCrawlCommand implements Callable<Integer> {

  private static final String ADDRESSES = "thrift://[\\w.-]+:\\d+(,thrift://[\\w.-]+:\\d+)*";

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Option(
      names = "--metastore",
      paramLabel = "URI",
      description = "Such as thrift://metastore:9083; default: the embedded one of the platform.")
  private @Nullable String metastore;

  @Option(
      names = "--database",
      paramLabel = "PATTERN",
      description = "Only databases of these names: '*' for any letters, '|' for or.")
  private @Nullable String databases;

  LineageCrawlCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() throws Exception {
    String broker = platform.bootstrapServers();
    EmbeddedSpark spark =
        new EmbeddedSpark(
            platform.dataFolder(), surroundings.environment(), new PrintedUpView(surroundings));
    URI address = metastore == null ? spark.metastore() : checked(metastore);
    CrawlCounts counts;
    try (SnapshotTopic topic = new SnapshotTopic(broker)) {
      counts = crawl(crawler(spark, address), topic, spark);
    }
    surroundings.print(
        "%d tables of %s told, %d refused".formatted(counts.told(), address, counts.refused()));
    return counts.refused() == 0 ? 0 : 1;
  }

  private static URI checked(String written) {
    if (!written.matches(ADDRESSES)) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_ARGUMENT,
          "--metastore must be such as thrift://metastore:9083, several joined by commas");
    }
    return URI.create(written);
  }

  private Process crawler(EmbeddedSpark spark, URI address) {
    try {
      return spark.crawler(address, Optional.ofNullable(databases)).start();
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.CRAWL_FAILED, String.valueOf(e.getMessage()), e);
    }
  }

  private CrawlCounts crawl(Process crawler, SnapshotTopic topic, EmbeddedSpark spark)
      throws IOException {
    try (BufferedReader lines = crawler.inputReader(UTF_8)) {
      CrawlCounts counts = new MetastoreCrawl(topic, surroundings::print).tell(lines);
      int code = crawler.waitFor();
      if (code != 0) {
        throw new StandaloneException(
            StandaloneException.Code.CRAWL_FAILED,
            "who asks the metastore ended with %d after %d tables; the end of its log:%n%s"
                .formatted(code, counts.told(), LogTail.of(spark.crawlerLog())));
      }
      return counts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while the metastore is asked");
    } finally {
      crawler.destroy();
    }
  }
}
