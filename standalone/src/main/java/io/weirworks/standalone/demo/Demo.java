package io.weirworks.standalone.demo;

import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.follow.FlowEnd;
import io.weirworks.standalone.follow.FlowFollower;
import io.weirworks.standalone.follow.FlowProgress;
import io.weirworks.standalone.follow.FlowView;
import io.weirworks.standalone.lineage.LineageTree;
import io.weirworks.standalone.platform.Platform;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The example over flights, from nothing to its report, its lineage and its events. Whatever an
 * earlier demo left is used or computed anew. Once the platform is up it only publishes commands
 * and reads topics: services may end and come back meanwhile.
 *
 * @param start starts what is missing of the platform
 * @param progress shows the flow, given where the broker is
 * @param next how the commands are typed that it names at the end
 */
public record Demo(
    Platform platform,
    Consumer<Platform> start,
    FlightsExample example,
    Consumer<String> out,
    Function<String, FlowView> progress,
    String next,
    InstantSource clock) {

  /** The workspace that it works in. */
  public static final String WORKSPACE = DemoCommands.WORKSPACE;

  /** The workflow that it runs. */
  public static final String WORKFLOW = FlightsExample.WORKFLOW;

  private static final LocalDate FROM = LocalDate.of(2001, 1, 1);
  private static final LocalDate TO = LocalDate.of(2001, 1, 3);

  /**
   * Dates at once. Two would write one table at a time, and Spark's writers of one table share its
   * {@code _temporary} folder, whatever their partitions (engines 1.5).
   */
  private static final int PARALLELISM = 1;

  private static final int ROWS = 8;

  /**
   * Returns when all went well.
   *
   * @throws StandaloneException with the code of what did not
   */
  public void run() {
    PhaseTimes times = new PhaseTimes(clock);
    heading("Platform");
    String broker = times.during("platform", this::up);
    try (DemoCommands commands = new DemoCommands(broker, out)) {
      heading("Workspace, computing resource, workflow");
      times.during("deploy", () -> prepare(commands));
      heading("Backfill of %s to %s on real Spark".formatted(FROM, TO));
      FlowProgress flow = times.during("backfill", () -> backfill(broker, commands));
      heading("The report of " + TO);
      times.during("report", this::report);
      heading("Where %s comes from".formatted(FlightsExample.REPORT_COLUMN));
      times.during("lineage", () -> lineage(broker, flow));
      heading("Events written to Kafka");
      times.during("events", () -> events(broker, commands));
      heading("Time by phase");
      times.lines().forEach(out);
      heading("Where to look next");
      new NextSteps(next).lines(example.reports(), reportNode(flow)).forEach(out);
    }
  }

  private void heading(String text) {
    out.accept("");
    out.accept("== " + text);
  }

  private String up() {
    example.place();
    start.accept(platform);
    return platform.bootstrapServers();
  }

  private boolean prepare(DemoCommands commands) {
    commands.prepare(example);
    return true;
  }

  private FlowProgress backfill(String broker, DemoCommands commands) {
    try (FlowFollower follower = new FlowFollower(broker)) {
      String backfill = commands.backfill(example, FROM, TO, PARALLELISM);
      FlowView view = new WatchedFlow(progress.apply(broker), platform::stopped, clock);
      FlowProgress end = follower.follow(backfill, view);
      List<String> told = FlowEnd.lines(end);
      told.forEach(out);
      if (!FlowEnd.succeeded(end)) {
        throw new StandaloneException(
            StandaloneException.Code.FLOW_FAILED,
            "backfill %s ended with %s".formatted(backfill, told.getFirst()));
      }
      return end;
    }
  }

  /** Each date has one; the last is shown. */
  private ReportTable report() {
    ReportTable last =
        FROM.datesUntil(TO.plusDays(1))
            .map(bizdate -> ReportTable.read(example.report(bizdate)))
            .reduce((before, after) -> after)
            .orElseThrow();
    last.lines(ROWS).forEach(out);
    out.accept("%d of %d rows of %s".formatted(ROWS, last.rows().size(), example.report(TO)));
    return last;
  }

  private LineageTree lineage(String broker, FlowProgress flow) {
    LineageTree tree =
        new DemoLineage(clock)
            .await(broker, flow, FlightsExample.REPORT_COLUMN, example.rawColumn());
    tree.lines().forEach(out);
    return tree;
  }

  private EventTally events(String broker, DemoCommands commands) {
    EventTally tally = EventTally.read(broker, commands.accepted());
    tally.lines().forEach(out);
    return tally;
  }

  /** Of the last date. */
  private static String reportNode(FlowProgress flow) {
    return flow.nodesOf(flow.instances().getLast()).stream()
        .filter(node -> node.getNode().equals(FlightsExample.LAST_NODE))
        .map(NodeInstanceState::getNodeInstanceId)
        .findFirst()
        .orElse("INSTANCE");
  }
}
