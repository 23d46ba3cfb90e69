package io.weirworks.standalone.command;

import io.weirworks.standalone.platform.UpView;

/** Prints how far an {@code up} is: on a terminal with a bar, elsewhere a line for each tenth. */
final class PrintedUpView implements UpView {

  private static final int BAR = 30;
  private static final int MEBIBYTE = 1 << 20;

  private final Surroundings surroundings;
  private int tenths;
  private boolean barDrawn;

  PrintedUpView(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public synchronized void line(String text) {
    if (barDrawn) {
      surroundings.out().println();
      barDrawn = false;
    }
    surroundings.print(text);
  }

  @Override
  public synchronized void fetchingSpark(int jarsDone, int jarsTotal, long bytes) {
    if (jarsTotal == 0) {
      return;
    }
    if (surroundings.terminal()) {
      int full = BAR * jarsDone / jarsTotal;
      surroundings
          .out()
          .print(
              "\r%-10s [%s%s] %s"
                  .formatted(
                      "spark",
                      "#".repeat(full),
                      ".".repeat(BAR - full),
                      amount(jarsDone, jarsTotal, bytes)));
      surroundings.out().flush();
      barDrawn = true;
    } else if (10 * jarsDone / jarsTotal > tenths) {
      tenths = 10 * jarsDone / jarsTotal;
      surroundings.print("%-10s %s".formatted("spark", amount(jarsDone, jarsTotal, bytes)));
    }
  }

  private static String amount(int jarsDone, int jarsTotal, long bytes) {
    return "%d of %d jars, %d MiB fetched".formatted(jarsDone, jarsTotal, bytes / MEBIBYTE);
  }
}
