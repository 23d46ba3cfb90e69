package io.weirworks.standalone.follow;

import static io.weirworks.standalone.follow.States.backfill;
import static io.weirworks.standalone.follow.States.instance;
import static io.weirworks.standalone.follow.States.node;
import static io.weirworks.standalone.follow.States.of;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class FlowViewTest {

  private static final InstantSource CLOCK = InstantSource.fixed(States.START.plusSeconds(60));

  private static NodeOrder order() {
    Map<String, Integer> depths = new LinkedHashMap<>();
    depths.put("z", 0);
    depths.put("a", 1);
    return new NodeOrder(depths);
  }

  private static FlowProgress progress(String root, SpecificRecord... states) {
    FlowProgress progress = new FlowProgress(root);
    List.of(states).forEach(progress::take);
    return progress;
  }

  @Test
  void oneInstanceIsDrawnNodeByNodeInTheOrderOfTheGraph() {
    // given
    FlowProgress progress =
        progress(
            "i1",
            instance("i1", FlowStatus.RUNNING),
            node("i1", "a", InstanceStatus.RUNNING),
            node("i1", "z", InstanceStatus.SUCCESS));
    // then
    assertThat(FlowPicture.of(progress, order(), CLOCK.instant()))
        .containsExactly(
            "flow 2001-01-01  RUNNING  1 of 2 nodes succeeded",
            "  ✓ z                                  EMR_SHELL      SUCCESS                  1 min 14 s",
            "  ●   a                                EMR_SHELL      RUNNING                  59 s");
  }

  @Test
  void backfillIsDrawnDateByDate() {
    // given
    FlowProgress progress =
        progress(
            "b1",
            backfill("b1", FlowStatus.RUNNING),
            of("b1", "2001-01-01", instance("i1", FlowStatus.FAILURE)),
            of("b1", "2001-01-02", instance("i2", FlowStatus.RUNNING)),
            of("b1", "2001-01-01", node("i1", "z", InstanceStatus.SUCCESS)),
            of("b1", "2001-01-01", node("i1", "a", InstanceStatus.FAILURE)),
            of("b1", "2001-01-02", node("i2", "z", InstanceStatus.RUNNING)),
            of("b1", "2001-01-02", node("i2", "a", InstanceStatus.NOT_RUN)));
    // then
    assertThat(FlowPicture.of(progress, order(), CLOCK.instant()))
        .containsExactly(
            "backfill flow 2001-01-01..2001-01-02  RUNNING  1 of 2 dates ended",
            "  2001-01-01  FAILURE    ✓✗",
            "  2001-01-02  RUNNING    ●·  z 59 s");
  }

  @Test
  void withoutATerminalEachChangeOfAStatusIsOneLine() {
    // given
    List<String> lines = new ArrayList<>();
    LineView view = new LineView(lines::add, CLOCK);
    FlowProgress progress = new FlowProgress("i1");
    // when
    view.show(progress, List.of(node("i1", "a", InstanceStatus.NOT_RUN)));
    view.show(progress, List.of(node("i1", "a", InstanceStatus.NOT_RUN)));
    view.show(progress, List.of(node("i1", "a", InstanceStatus.FAILURE)));
    view.show(progress, List.of(instance("i1", FlowStatus.FAILURE)));
    // then
    assertThat(lines)
        .containsExactly(
            "06:01:00 2001-01-01 a NOT_RUN UPSTREAM",
            "06:01:00 2001-01-01 a FAILURE ExitCode",
            "06:01:00 2001-01-01 flow FAILURE");
  }

  @Test
  void onATerminalAChangedPictureReplacesTheOneBefore() {
    // given
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LiveView view =
        new LiveView(new PrintStream(bytes, true, UTF_8), CLOCK, order(), new TerminalSize(24, 30));
    FlowProgress progress = progress("i1", instance("i1", FlowStatus.RUNNING));
    // when
    view.show(progress, List.of());
    view.show(progress, List.of());
    progress.take(instance("i1", FlowStatus.SUCCESS));
    view.show(progress, List.of());
    // then
    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            "flow 2001-01-01  RUNNING  1 of\n\u001b[1A\r\u001b[Jflow 2001-01-01  SUCCESS  1 of\n"
                .replace(" of\n", " o\n"));
  }

  @Test
  void noteStaysAboveThePictureAndIsALineOfItsOwnElsewhere() {
    // given
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LiveView live =
        new LiveView(new PrintStream(bytes, true, UTF_8), CLOCK, order(), new TerminalSize(24, 30));
    List<String> lines = new ArrayList<>();
    LineView plain = new LineView(lines::add, CLOCK);
    FlowProgress progress = progress("i1", instance("i1", FlowStatus.RUNNING));
    // when
    for (FlowView view : List.of(live, plain)) {
      view.show(progress, List.of());
      view.note("executor ended");
      view.show(progress, List.of());
    }
    // then
    String picture = "flow 2001-01-01  RUNNING  1 o\n";
    assertThat(bytes.toString(UTF_8)).isEqualTo(picture + "executor ended\n" + picture);
    assertThat(lines).containsExactly("06:01:00 executor ended");
  }

  @Test
  void pictureThatIsTooHighKeepsItsHeadAndItsEnd() {
    assertThat(new TerminalSize(4, 80).fit(List.of("head", "1", "2", "3", "4")))
        .containsExactly("head", "3", "4");
  }

  @Test
  void endNamesEachFailureWithItsReasonAndItsLog() {
    // given
    FlowProgress progress =
        progress(
            "i1",
            instance("i1", FlowStatus.FAILURE),
            node("i1", "a", InstanceStatus.FAILURE),
            node("i1", "z", InstanceStatus.SUCCESS));
    // then
    assertThat(FlowEnd.succeeded(progress)).isFalse();
    assertThat(FlowEnd.lines(progress))
        .containsExactly(
            "FAILURE", "2001-01-01 a: ExitCode: it ended with 1; its log: weirworks logs i1-a");
  }
}
