package io.weirworks.executor.output;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.executor.runlog.SecretMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of a SQL node: the rows of its last SELECT, which the node's own program has bounded
 * and written down.
 */
public final class SqlOutput {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The shape of {@code output.json}. */
  private record File(List<String> columns, List<List<@Nullable String>> rows, boolean truncated) {}

  private SqlOutput() {}

  /** Reads the side file, secrets masked; no file means that there was no SELECT. */
  public static OutputValue read(Path output, SecretMask mask) throws IOException {
    try {
      var file = JSON.readValue(Files.readString(output), new TypeReference<File>() {});
      var rows = file.rows().stream().map(row -> masked(row, mask)).toList();
      return new OutputValue.Table(file.columns(), rows, file.truncated());
    } catch (NoSuchFileException _) {
      return new OutputValue.None();
    }
  }

  private static List<@Nullable String> masked(List<@Nullable String> row, SecretMask mask) {
    var values = new ArrayList<@Nullable String>(row.size());
    for (var value : row) {
      values.add(value == null ? null : mask.mask(value));
    }
    return values;
  }
}
