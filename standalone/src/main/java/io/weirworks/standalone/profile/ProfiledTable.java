package io.weirworks.standalone.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.metadata.PartitionName;
import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.standalone.StandaloneException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table of the metastore as the Data Map has it.
 *
 * @param columns whose values are texts or can be read as such
 * @param last its last partition by name; {@link PartitionSpec#ALL} where none is known
 */
public record ProfiledTable(
    String dataset, String database, String table, List<String> columns, PartitionSpec last) {

  private static final Set<String> NO_TEXT = Set.of("array", "binary", "map", "struct", "variant");

  /**
   * @param page what lineage-service says of it
   * @throws StandaloneException {@code WRONG_ARGUMENT} where it is no table with known columns
   */
  public static ProfiledTable of(JsonNode page) {
    String dataset = page.path("dataset").asText();
    String[] parts = dataset.split("\\.", -1);
    List<String> columns = new ArrayList<>();
    for (JsonNode column : page.path("columns")) {
      String type = column.path("type").asText().toLowerCase(Locale.ROOT);
      if (NO_TEXT.stream().noneMatch(type::startsWith)) {
        columns.add(column.path("name").asText());
      }
    }
    if (!page.path("kind").asText().equals("TABLE") || parts.length != 2 || columns.isEmpty()) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_ARGUMENT,
          dataset + " is no table of the metastore with columns that are known and can be read");
    }
    JsonNode partition = page.path("partitions").path("partitions").path(0).path("name");
    PartitionSpec last = PartitionName.parse(partition.asText("")).orElse(PartitionSpec.ALL);
    return new ProfiledTable(dataset, parts[0], parts[1], columns, last);
  }

  public ProfileQuery query(List<ContentTest> tests, int rows) {
    return new ProfileQuery(database, table, columns, tests, rows, last);
  }
}
