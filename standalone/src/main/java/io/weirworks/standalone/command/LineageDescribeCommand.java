package io.weirworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.asking.ServiceReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the Data Map has of a table. */
@Command(
    name = "describe",
    description =
        "Show a table: who answers for it, its columns, who writes it and how it is used.")
final class LineageDescribeCommand implements Callable<Integer> {

  /** Partitions that are shown. */
  private static final int PARTITIONS = 5;

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Parameters(paramLabel = "TABLE", description = "Such as flights.route_delay.")
  private String name = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  LineageDescribeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    JsonNode table =
        new ServiceReads(platform.platform().address(Service.LINEAGE))
            .get(
                "/tables/" + ServiceReads.part(name) + "/metadata",
                "table " + name,
                "weirworks lineage search finds some");
    if (json) {
      surroundings.print(table);
    } else {
      lines(table).forEach(surroundings::print);
    }
    return 0;
  }

  private static List<String> lines(JsonNode table) {
    List<String> lines = new ArrayList<>();
    lines.add(table.path("id").asText());
    said(lines, "description", table.path("description").asText());
    said(lines, "usage note", table.path("usageNote").asText());
    said(lines, "owner", table.path("owner").asText());
    said(lines, "tags", joined(table.path("tags")));
    said(lines, "collections", joined(table.path("collections")));
    for (JsonNode output : table.path("outputs")) {
      said(
          lines,
          "written by",
          "%s of %s, last at %s"
              .formatted(
                  output.path("job").asText(),
                  output.path("namespace").asText(),
                  output.path("lastOutputAt").asText()));
    }
    JsonNode usage = table.path("usage");
    said(
        lines,
        "read by",
        "%d runs in %d days".formatted(usage.path("runs").asInt(), usage.path("days").asInt()));
    times(lines, table.path("times"));
    said(lines, "comment", table.path("metastore").path("comment").asText());
    said(lines, "location", table.path("metastore").path("location").asText());
    partitions(lines, table.path("partitions"));
    table.path("columns").forEach(column -> lines.add(column(column)));
    return lines;
  }

  private static void times(List<String> lines, JsonNode times) {
    said(lines, "created", times.path("createdAt").asText());
    said(lines, "modified", times.path("modifiedAt").asText());
    said(lines, "last read", times.path("visitedAt").asText());
  }

  /** How many, and the last of them. */
  private static void partitions(List<String> lines, JsonNode page) {
    int total = page.path("total").asInt();
    if (total == 0) {
      return;
    }
    boolean more = page.path("truncated").asBoolean();
    said(lines, "partitions", total + (more ? " and maybe more" : ""));
    StreamSupport.stream(page.path("partitions").spliterator(), false)
        .limit(PARTITIONS)
        .forEach(partition -> lines.add(partition(partition)));
  }

  private static String partition(JsonNode partition) {
    String last =
        partition.has("said")
            ? "%s by %s at %s"
                .formatted(
                    partition.path("said").asText().toLowerCase(Locale.ROOT),
                    partition.path("job").asText(),
                    partition.path("at").asText())
            : "in the metastore";
    return "  %-24s  %s".formatted(partition.path("name").asText(), last);
  }

  private static void said(List<String> lines, String title, String text) {
    if (!text.isEmpty()) {
      lines.add("%-12s  %s".formatted(title, text));
    }
  }

  private static String joined(JsonNode texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> all.add(text.asText()));
    return String.join(", ", all);
  }

  private static String column(JsonNode column) {
    JsonNode told = column.path("classification");
    String sensitive =
        told.isMissingNode()
            ? ""
            : "%s %d (%s)"
                .formatted(
                    told.path("sensitiveType").asText("not sensitive"),
                    told.path("level").asInt(),
                    told.path("by").asText());
    return "  %-24s  %-16s  %-24s  %s"
        .formatted(
            column.path("name").asText(),
            column.path("type").asText("-"),
            sensitive,
            column.path("description").asText(column.path("comment").asText("")))
        .stripTrailing();
  }
}
