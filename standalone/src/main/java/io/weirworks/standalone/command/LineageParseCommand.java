package io.weirworks.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.ListedCatalog;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.SqlScript;
import io.weirworks.lineage.sql.report.ScriptReport;
import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses a SQL script without any platform. */
@Command(
    name = "parse",
    description = {
      "Print the table- and column-level lineage of a SQL script as one JSON object: the script as"
          + " a whole (parsed, inputs, outputs, columns) and each statement with its spans.",
      "A statement that cannot be read costs only itself; it has a diagnostic, and parsed is false."
    })
final class LineageParseCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Surroundings surroundings;
  private final JsonMapper json = JsonMapper.builder().addModule(new Jdk8Module()).build();

  @Parameters(paramLabel = "FILE", description = "A script; - reads standard input.")
  private String file = STANDARD_INPUT;

  @Option(names = "--dialect", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
  private Dialect dialect = Dialect.SPARK;

  @Option(
      names = "--catalog",
      paramLabel = "JSON",
      description =
          "Known schemas, such as {\"db.t\": [\"c1\", \"c2\"]}, partition columns last; or the"
              + " file that holds them.")
  private @Nullable String catalog;

  LineageParseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Catalog schemas = catalog == null ? Catalog.EMPTY : listed(catalog);
    SqlScript script = SqlScript.of(text(), dialect);
    ScriptReport report = ScriptReport.of(file, SqlLineage.create().analyse(script, schemas));
    surroundings.print(json.<JsonNode>valueToTree(report));
    return 0;
  }

  private String text() {
    try {
      return file.equals(STANDARD_INPUT)
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot read " + file + " as UTF-8 text: " + e, e);
    }
  }

  private Catalog listed(String given) {
    try {
      String text = given.stripLeading().startsWith("{") ? given : Files.readString(Path.of(given));
      return ListedCatalog.of(
          json.readValue(text, new TypeReference<Map<String, List<String>>>() {}));
    } catch (JsonProcessingException e) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_JSON,
          "--catalog is not of the form {\"db.t\": [\"c1\", \"c2\"]}: " + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot read the catalogue " + given + ": " + e, e);
    }
  }
}
