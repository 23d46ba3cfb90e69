package io.weirworks.lineage.sql.corpus;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.ListedCatalog;
import io.weirworks.lineage.sql.ScriptLineage;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.SqlScript;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs every case of a corpus file through the analysis and writes the predictions in the corpus'
 * own format, one per line.
 */
public final class CorpusEvaluation {
  private final SqlLineage lineage;
  private final JsonMapper json = JsonMapper.builder().build();

  public CorpusEvaluation(SqlLineage lineage) {
    this.lineage = lineage;
  }

  /**
   * What a run came to.
   *
   * @param statements analysed, in all cases together
   * @param failed statements without a parse tree
   */
  public record Outcome(int cases, int statements, int failed) {}

  public Outcome run(Path cases, Path predictions) throws IOException {
    int count = 0;
    int statements = 0;
    int failed = 0;
    try (Stream<String> lines = Files.lines(cases);
        BufferedWriter out = Files.newBufferedWriter(predictions)) {
      for (String line : (Iterable<String>) lines::iterator) {
        CorpusCase one = json.readValue(line, CorpusCase.class);
        ScriptLineage result = analyse(one);
        out.write(json.writeValueAsString(Prediction.of(one.id(), result)));
        out.newLine();
        count++;
        statements += result.statements().size();
        failed += result.diagnostics().size();
      }
    }
    return new Outcome(count, statements, failed);
  }

  /** Another engine's dialect is read as standard SQL. */
  private static Dialect dialect(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "hive" -> Dialect.HIVE;
      case "spark" -> Dialect.SPARK;
      default -> Dialect.ANSI;
    };
  }

  public ScriptLineage analyse(CorpusCase one) {
    Dialect dialect = dialect(one.dialect());
    Catalog catalog = one.catalog() == null ? Catalog.EMPTY : ListedCatalog.of(one.catalog());
    return lineage.analyse(SqlScript.of(one.sql(), dialect), catalog);
  }
}
