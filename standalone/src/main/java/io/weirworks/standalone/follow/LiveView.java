package io.weirworks.standalone.follow;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** On a terminal: the whole flow, drawn over itself again and again (ECMA-48 control sequences). */
public final class LiveView implements FlowView {

  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintStream out;
  private final InstantSource clock;
  private final NodeOrder order;
  private final TerminalSize size;
  private List<String> drawn = List.of();

  public LiveView(PrintStream out, InstantSource clock, NodeOrder order, TerminalSize size) {
    this.out = out;
    this.clock = clock;
    this.order = order;
    this.size = size;
  }

  @Override
  public void show(FlowProgress progress, List<SpecificRecord> changes) {
    List<String> picture = size.fit(FlowPicture.of(progress, order, clock.instant()));
    if (picture.equals(drawn)) {
      return;
    }
    if (!drawn.isEmpty()) {
      out.print("\u001b[" + drawn.size() + "A\r" + CLEAR_BELOW);
    }
    picture.forEach(out::println);
    out.flush();
    drawn = picture;
  }

  /** The flow is drawn anew below it. */
  @Override
  public void note(String line) {
    out.println(line);
    drawn = List.of();
  }
}
