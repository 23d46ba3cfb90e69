package io.weirworks.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The example {@code examples/flights} of this build in a folder of its own: {@code data/} has its
 * raw files, {@code reports/} takes what it makes.
 *
 * @param folder absolute
 */
public record FlightsExample(Path folder) {

  /** Name of its workflow. */
  static final String WORKFLOW = "flights";

  /** The node that writes the report. */
  static final String LAST_NODE = "report_csv";

  /** A column of the report. */
  static final String REPORT_COLUMN = "flights.airport_report.avg_delay";

  private static final String RAW_COLUMN = "delay";
  private static final String RAW_FILE = "flights-10k.json";
  private static final List<String> DATA = List.of(RAW_FILE, "airports.csv");
  private static final String RESOURCES = "/io/weirworks/examples/flights/";

  /** What the texts of its SQL and shell nodes would take for something else. */
  private static final Pattern UNSAFE = Pattern.compile("['\"`$\\\\\\p{Cntrl}]");

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  public FlightsExample {
    folder = folder.toAbsolutePath().normalize();
    if (UNSAFE.matcher(folder.toString()).find()) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_ARGUMENT,
          "the data folder %s has a quote, dollar, backslash or control character in its path, which the"
                  .formatted(folder)
              + " example's SQL and shell texts cannot carry; choose another one with --data");
    }
  }

  /**
   * Puts the raw files there, unless they are there already.
   *
   * @throws StandaloneException {@code FILE}
   */
  void place() {
    try {
      Files.createDirectories(dataFolder());
      Files.createDirectories(reports());
      for (String name : DATA) {
        place(resource("data/" + name), dataFolder().resolve(name));
      }
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot write the example into " + folder + ": " + e, e);
    }
  }

  /** By rename: a run of before may be reading the file. */
  private static void place(byte[] content, Path file) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Path draft = Files.write(file.resolveSibling(file.getFileName() + ".new"), content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Its FlowSpec text. */
  String document() {
    try {
      return new String(resource("flights.yaml"), UTF_8);
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot read flights.yaml of this build", e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = FlightsExample.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " of the example is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  /** What its workflow has to be told. */
  Map<String, String> parameters() {
    return Map.of("data_dir", dataFolder().toString(), "out_dir", reports().toString());
  }

  private Path dataFolder() {
    return folder.resolve("data");
  }

  Path reports() {
    return folder.resolve("reports");
  }

  /** The report of a business date. */
  Path report(LocalDate bizdate) {
    return reports().resolve("airport_report_" + DAY.format(bizdate) + ".csv");
  }

  /** The column of the raw file that {@link #REPORT_COLUMN} is made of, as lineage names it. */
  String rawColumn() {
    return "path:" + dataFolder().resolve(RAW_FILE) + "." + RAW_COLUMN;
  }
}
