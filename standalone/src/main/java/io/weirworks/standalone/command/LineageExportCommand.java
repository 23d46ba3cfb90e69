package io.weirworks.standalone.command;

import io.weirworks.lineage.openlineage.EventWriter;
import io.weirworks.lineage.openlineage.RunExport;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.lineage.RunLineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells other systems what static analysis found. */
@Command(
    name = "export",
    description = {
      "Print what static analysis found as one OpenLineage COMPLETE event (spec 2-0-2), to be"
          + " posted to any system that takes such events.",
      "Of a run that succeeded, or of a script that ran nowhere."
    })
final class LineageExportCommand implements Callable<Integer> {

  /** One of the two. */
  static final class Of {
    @Option(names = "--run", paramLabel = "ID", description = "A run of the platform.")
    private @Nullable String run;

    @Option(names = "--file", paramLabel = "FILE", description = "A script.")
    private @Nullable Path file;
  }

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @ArgGroup(multiplicity = "1")
  private Of of = new Of();

  @Option(
      names = "--dialect",
      description = "Of the script: one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Dialect dialect = Dialect.SPARK;

  LineageExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    RunExport export =
        of.run != null
            ? RunLineage.told(platform.bootstrapServers(), of.run)
            : analysed(of.file == null ? Path.of("") : of.file);
    surroundings.print(EventWriter.write(export));
    return 0;
  }

  private RunExport analysed(Path file) {
    try {
      String name = String.valueOf(file.getFileName());
      return RunLineage.analysed(name, Files.readString(file), dialect, Instant.now());
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot read " + file + " as UTF-8 text: " + e, e);
    }
  }
}
