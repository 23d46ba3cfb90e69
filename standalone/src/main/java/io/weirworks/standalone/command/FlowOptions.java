package io.weirworks.standalone.command;

import io.weirworks.standalone.StandaloneException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What run and backfill take alike. */
final class FlowOptions {

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A constant that replaces a parameter; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--wait",
      description = "Show its progress until it has ended; ends with 1 unless it succeeded.")
  private boolean wait;

  Map<String, String> parameters() {
    return parameters;
  }

  boolean waits() {
    return wait;
  }

  /** A business date as the contract has it, {@code yyyy-MM-dd}. */
  static String date(String option, String text) {
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_ARGUMENT,
          "%s '%s' is no date; write it as 2026-11-20".formatted(option, text),
          e);
    }
  }
}
