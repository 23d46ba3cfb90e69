package io.weirworks.lineage.table.adapter;

import io.weirworks.lineage.dataset.Confirmation;
import java.time.Instant;
import java.util.Locale;

/** A confirmation as a text that sorts as confirmations do, so that the database can compare. */
public final class ConfirmationText {

  private ConfirmationText() {}

  static String of(Confirmation by) {
    return String.format(
        Locale.ROOT,
        "%019d %s %010d",
        by.observedAt().toEpochMilli(),
        by.runId(),
        by.statementIndex());
  }

  /** A text behind those of all runs that ended by then. */
  static String behind(Instant time) {
    return String.format(Locale.ROOT, "%019d", time.toEpochMilli() + 1);
  }

  public static Confirmation read(String text) {
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    return new Confirmation(
        text.substring(first + 1, last),
        Integer.parseInt(text.substring(last + 1)),
        Instant.ofEpochMilli(Long.parseLong(text.substring(0, first))));
  }
}
