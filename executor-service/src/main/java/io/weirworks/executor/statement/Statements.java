package io.weirworks.executor.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.executor.runlog.SecretMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All statements of a run, bounded so that its terminal event is never too large (DESIGN 6): texts
 * up to 1 MiB in all, 5,000 statements.
 *
 * @param omitted how many more there were
 */
public record Statements(List<Statement> list, int omitted) {
  public static final Statements NONE = new Statements(List.of(), 0);

  static final int MAX_STATEMENTS = 5_000;
  static final int MAX_TEXT = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One line of {@code statements.jsonl}, as spark-runtime's StatementLine writes it. */
  private record Line(
      int index,
      String text,
      String sha256,
      long start,
      long millis,
      @Nullable Long rows,
      String database,
      @Nullable String condition,
      @Nullable String sqlState,
      @Nullable String message) {}

  public Statements {
    list = List.copyOf(list);
  }

  /** The statement with which the script failed, if one did. */
  public Optional<Statement> failed() {
    return list.stream().filter(s -> s.failure() != null).findFirst();
  }

  /** Reads the side file; the torn last line of a killed run is no statement. */
  public static Statements read(Path statements, SecretMask mask) throws IOException {
    try (var lines = Files.lines(statements)) {
      var kept = new ArrayList<Statement>();
      long text = 0;
      int omitted = 0;
      for (var json : (Iterable<String>) lines::iterator) {
        var line = parse(json);
        if (line.isEmpty()) {
          break;
        }
        text += line.get().text().length();
        if (kept.size() < MAX_STATEMENTS) {
          kept.add(statement(line.get(), text <= MAX_TEXT, mask));
        } else {
          omitted++;
        }
      }
      return new Statements(kept, omitted);
    } catch (NoSuchFileException _) {
      return NONE;
    }
  }

  private static Optional<Line> parse(String json) {
    try {
      return Optional.of(JSON.readValue(json, Line.class));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static Statement statement(Line line, boolean withText, SecretMask mask) {
    var failure =
        line.message() == null
            ? null
            : new Statement.Failure(line.condition(), line.sqlState(), mask.mask(line.message()));
    return new Statement(
        line.index(),
        withText ? mask.mask(line.text()) : null,
        line.sha256(),
        line.text().length(),
        Instant.ofEpochMilli(line.start()),
        Duration.ofMillis(line.millis()),
        line.rows(),
        line.database(),
        failure);
  }
}
