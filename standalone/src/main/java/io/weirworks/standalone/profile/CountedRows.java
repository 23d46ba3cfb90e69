package io.weirworks.standalone.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.lineage.classification.ColumnSample;
import io.weirworks.lineage.metadata.TableSamples;
import io.weirworks.standalone.StandaloneException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rows of a {@link ProfileQuery} say. */
public final class CountedRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FIRST_TEST = 2;

  private CountedRows() {}

  /**
   * @param output as spark-runtime keeps rows ({@code RowsOutput})
   * @throws StandaloneException {@code PROFILE_FAILED} where it is none
   */
  public static TableSamples read(String output, List<ContentTest> tests, Instant takenAt) {
    try {
      SortedMap<String, ColumnSample> columns = new TreeMap<>();
      for (JsonNode row : JSON.readTree(output).required("rows")) {
        columns.put(
            row.required(0).asText().toLowerCase(Locale.ROOT),
            new ColumnSample(row.required(1).asInt(), hits(row, tests)));
      }
      return new TableSamples(takenAt, columns);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new StandaloneException(
          StandaloneException.Code.PROFILE_FAILED, "Spark's answer has no counts", e);
    }
  }

  private static List<ColumnSample.Hits> hits(JsonNode row, List<ContentTest> tests) {
    List<ColumnSample.Hits> hits = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      int count = row.required(FIRST_TEST + i).asInt();
      if (count > 0) {
        hits.add(new ColumnSample.Hits(tests.get(i).match(), tests.get(i).value(), count));
      }
    }
    return hits;
  }
}
