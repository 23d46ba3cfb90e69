package io.weirworks.scheduler.parameter;

import java.util.Arrays;
import java.util.Optional;

/**
 * The built-in names of dataworks-semantics 2.2, with the legacy spellings of the business date's
 * parts.
 */
enum BuiltIn {
  BIZDATE("bizdate"),
  CYCTIME("cyctime"),
  GMTDATE("gmtdate"),
  BIZMONTH("bizmonth"),
  JOBID("jobid"),
  NODEID("nodeid"),
  TASKID("taskid"),
  LEGACY_DATE("yyyymmdd"),
  LEGACY_YEAR("yyyy"),
  LEGACY_MONTH("mm"),
  LEGACY_DAY("dd");

  private final String text;

  BuiltIn(String text) {
    this.text = text;
  }

  static Optional<BuiltIn> named(String name) {
    return Arrays.stream(values()).filter(builtIn -> builtIn.text.equals(name)).findFirst();
  }
}
