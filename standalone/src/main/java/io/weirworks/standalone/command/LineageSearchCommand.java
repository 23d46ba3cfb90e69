package io.weirworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.asking.ServiceReads;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches the Data Map. */
@Command(
    name = "search",
    description = {
      "Find tables and columns by name, description, owner, tag or collection, the most read first.",
      "Example: lineage search delay --tag gold"
    })
final class LineageSearchCommand implements Callable<Integer> {

  private static final String FORM = "%-6s  %-48s  %6s  %-12s  %s";

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..1",
      description = "Part of what is looked for; without it all tables that pass the filters.")
  private String text = "";

  @Option(names = "--type", paramLabel = "T", description = "all, table or column.")
  private String type = "all";

  @Option(names = "--database", paramLabel = "D", description = "Only tables of this database.")
  private String database = "";

  @Option(names = "--owner", paramLabel = "O", description = "Only tables of this owner.")
  private String owner = "";

  @Option(names = "--tag", paramLabel = "T", description = "Only tables with this tag.")
  private String tag = "";

  @Option(
      names = "--category",
      paramLabel = "C",
      description = "Only tables of the category or album of this name.")
  private String category = "";

  @Option(names = "--limit", paramLabel = "N", description = "Lines at most, 1 to 200.")
  private int limit = 20;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  LineageSearchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    String path =
        "/search?q=%s&type=%s&database=%s&owner=%s&tag=%s&category=%s&limit=%d"
            .formatted(
                ServiceReads.part(text),
                ServiceReads.part(type),
                ServiceReads.part(database),
                ServiceReads.part(owner),
                ServiceReads.part(tag),
                ServiceReads.part(category),
                limit);
    JsonNode page =
        new ServiceReads(platform.platform().address(Service.LINEAGE)).get(path, "such search");
    if (json) {
      surroundings.print(page);
    } else {
      surroundings.print(FORM.formatted("TYPE", "NAME", "READS", "OWNER", "DESCRIPTION"));
      page.path("hits").forEach(hit -> surroundings.print(line(hit)));
      if (page.path("total").asInt() > limit || page.path("truncated").asBoolean()) {
        surroundings.print("there are more; ask more closely or for more with --limit");
      }
    }
    return 0;
  }

  private static String line(JsonNode hit) {
    JsonNode column = hit.path("column");
    return FORM.formatted(
            hit.path("type").asText(),
            hit.path("table").asText() + (column.isMissingNode() ? "" : "." + column.asText()),
            hit.path("reads").asText(),
            hit.path("owner").asText("-"),
            hit.path("description").asText(""))
        .stripTrailing();
  }
}
