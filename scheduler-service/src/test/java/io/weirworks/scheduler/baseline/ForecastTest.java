package io.weirworks.scheduler.baseline;

import static io.weirworks.scheduler.baseline.Network.D;
import static io.weirworks.scheduler.baseline.Network.MIDNIGHT;
import static io.weirworks.scheduler.baseline.Network.at;
import static io.weirworks.scheduler.baseline.Network.key;
import static io.weirworks.scheduler.baseline.Network.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.baseline.InstanceProgress.Failed;
import io.weirworks.scheduler.baseline.InstanceProgress.Rerunning;
import io.weirworks.scheduler.baseline.InstanceProgress.Running;
import io.weirworks.scheduler.baseline.InstanceProgress.Succeeded;
import io.weirworks.scheduler.dependency.NodeDependency.OnItself;
import io.weirworks.scheduler.dependency.NodeDependency.OnPreviousCycle;
import io.weirworks.scheduler.dependency.NodeDependency.OnUnknownOutput;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The predicted finish (dataworks-semantics 5.6). */
class ForecastTest {

  private static List<String> path(Forecast forecast) {
    return forecast.keyPath().stream().map(Forecast.PathStep::node).toList();
  }

  /** Scenario 39. */
  @Test
  void finishIsThatOfTheLongestPathToTheLatestOfTwoEndTasks() {
    // given: load 20 -> (long 60, short 10) -> report 15; other end task: check 30 after load
    Network network =
        new Network()
            .node("load", MIDNIGHT, 20)
            .node("long", MIDNIGHT, 60, on("load"))
            .node("short", MIDNIGHT, 10, on("load"))
            .node("report", MIDNIGHT, 15, on("long"), on("short"))
            .node("check", MIDNIGHT, 30, on("load"));
    // when
    Forecast forecast = network.forecast(at(-1, 0), "report", "check");
    // then
    assertThat(forecast.finish()).isEqualTo(at(1, 35));
    assertThat(path(forecast)).containsExactly("load", "long", "report");
    assertThat(forecast.keyPath())
        .extracting(Forecast.PathStep::startsAt)
        .containsExactly(at(0, 0), at(0, 20), at(1, 20));
    assertThat(forecast.ended()).isFalse();
  }

  static Stream<Arguments> startOfOneThatWaits() {
    return Stream.of(
        // parent's state, scheduled at, now, expected finish of a child of 10 minutes
        Arguments.of(new Succeeded(at(0, 0), at(0, 30)), "00 00 00 * * ?", at(0, 40), at(0, 50)),
        Arguments.of(new Succeeded(at(0, 0), at(0, 30)), "00 00 05 * * ?", at(0, 40), at(5, 10)),
        Arguments.of(new Running(1, at(0, 0)), "00 00 00 * * ?", at(0, 10), at(1, 10)),
        Arguments.of(new Running(1, at(0, 0)), "00 00 00 * * ?", at(1, 30), at(1, 40)),
        Arguments.of(null, "00 00 00 * * ?", at(0, 10), at(1, 20)),
        Arguments.of(new Rerunning(at(0, 30)), "00 00 00 * * ?", at(0, 10), at(1, 40)),
        Arguments.of(new Rerunning(at(0, 30)), "00 00 00 * * ?", at(0, 50), at(2, 0)),
        Arguments.of(new Failed(1), "00 00 00 * * ?", at(3, 0), at(4, 10)));
  }

  @ParameterizedTest
  @MethodSource("startOfOneThatWaits")
  void oneThatWaitsStartsAfterItsParentAtItsTimeAndNotBeforeNow(
      @Nullable InstanceProgress parent, String cron, Instant now, Instant finish) {
    // given: the parent takes an hour
    Network network =
        new Network().node("parent", MIDNIGHT, 60).node("child", cron, 10, on("parent"));
    if (parent != null) {
      network.is("parent", parent);
    }
    // then
    assertThat(network.forecast(now, "child").finish()).isEqualTo(finish);
  }

  @Test
  void runningOneEndsWhenItWouldOnAverageAndNoEarlierThanNow() {
    // given
    Network network = new Network().node("a", MIDNIGHT, 60).is("a", new Running(1, at(0, 30)));
    // then
    assertThat(network.forecast(at(1, 0), "a").finish()).isEqualTo(at(1, 30));
    assertThat(network.forecast(at(2, 0), "a").finish()).isEqualTo(at(2, 0));
  }

  @Test
  void whatHasEndedIsAFact() {
    // given
    Network network =
        new Network()
            .node("a", MIDNIGHT, 60)
            .zeroLoad("end", MIDNIGHT, on("a"))
            .is("a", new Succeeded(at(0, 0), at(0, 7)))
            .is("end", new Succeeded(null, at(0, 8)));
    // when
    Forecast forecast = network.forecast(at(9, 0), "end");
    // then
    assertThat(forecast.finish()).isEqualTo(at(0, 8));
    assertThat(forecast.ended()).isTrue();
  }

  @Test
  void taskThatNeverRanIsTakenToLastFiveMinutesAndAZeroLoadOneNoTime() {
    // given
    Network network = new Network().node("new", MIDNIGHT, -1).zeroLoad("end", MIDNIGHT, on("new"));
    // then
    assertThat(network.forecast(at(-1, 0), "end").finish()).isEqualTo(at(0, 5));
  }

  @Test
  void dryRunTakesNoTime() {
    // given: D is a Tuesday
    Network network =
        new Network().node("weekly", "00 00 01 ? * MON", 60).node("a", MIDNIGHT, 10, on("weekly"));
    // then
    assertThat(network.forecast(at(-1, 0), "a").finish()).isEqualTo(at(1, 10));
  }

  @Test
  void dayTaskOnAnHourTaskWaitsForAllItsInstancesOfTheDay() {
    // given
    Network network =
        new Network().node("hourly", "00 00 * * * ?", 5).node("a", MIDNIGHT, 10, on("hourly"));
    // then: the last begins at 23:00
    assertThat(network.forecast(at(0, 0), "a").finish()).isEqualTo(at(23, 15));
  }

  @Test
  void cycleBeforeThatIsLateMakesThisOneLate() {
    // given: yesterday's failed and is taken to be run again now
    Network network =
        new Network()
            .node("a", MIDNIGHT, 60, new OnItself())
            .is("a", D.minusDays(1), 0, new Failed(1));
    // then
    assertThat(network.forecast(at(2, 0), "a").finish()).isEqualTo(at(4, 0));
    // when: yesterday's has ended
    network.is("a", D.minusDays(1), 0, new Succeeded(at(-24, 0), at(-23, 0)));
    // then
    assertThat(network.forecast(at(2, 0), "a").finish()).isEqualTo(at(3, 0));
  }

  @Test
  void nothingIsPredictedWhereTasksHaveNoInstanceOrNeverStart() {
    // given
    Network network =
        new Network()
            .node("later", MIDNIGHT, at(30, 0), 10, true, List.of())
            .node("isolated", MIDNIGHT, 10, new OnUnknownOutput("lost.output"))
            .node("behind", MIDNIGHT, 10, on("isolated"))
            .node("x", MIDNIGHT, 10, on("y"))
            .node("y", MIDNIGHT, 10, on("x"));
    // then
    assertThat(network.forecast(at(0, 0), "later").tasks()).isZero();
    for (String task : List.of("later", "isolated", "behind", "x")) {
      assertThat(network.forecast(at(0, 0), task).finish()).as(task).isNull();
    }
  }

  @Test
  void scopeIsTheTasksAndTheirAncestorsNeverWhatDependsOnThem() {
    // given
    Network network =
        new Network()
            .node("root", MIDNIGHT, 10)
            .node("task", MIDNIGHT, 10, on("root"))
            .node("beside", MIDNIGHT, 10, on("root"))
            .node("below", MIDNIGHT, 10, on("task"));
    // when
    InstanceGraph graph =
        InstanceGraph.of(network, Network.opened(Network.day("08:00", 30, "task"), 1));
    // then
    assertThat(graph.instances().keySet())
        .containsExactlyInAnyOrder(network.instance("root", D, 0), network.instance("task", D, 0));
  }

  @Test
  void cycleOfAnHourBaselineIsThatTickOfTheDay() {
    // given
    Network network = new Network().node("a", "00 00 * * * ?", 10);
    BaselineDefinition hourly =
        Network.definition(BaselineType.HOUR, List.of("00:30", "01:30", "02:30"), 5, "a");
    // then
    assertThat(Prediction.of(network.situation(Network.opened(hourly, 2), at(-1, 0))).finish())
        .isEqualTo(at(1, 10));
  }

  @Test
  void moreInstancesThanAreLookedAtEachMinuteArePredictedByNobody() {
    // given: five minute tasks of 1440 instances a day
    Network network = new Network();
    String[] tasks = {"a", "b", "c", "d"};
    for (String task : tasks) {
      network.node(task, "00 * * * * ?", 1);
    }
    // when
    InstanceGraph graph =
        InstanceGraph.of(network, Network.opened(Network.day("08:00", 30, tasks), 1));
    // then
    assertThat(graph.complete()).isFalse();
    assertThat(network.forecast(at(0, 0), tasks).finish()).isNull();
  }

  @Test
  void priorityIsLiftedOverSameCycleEdgesOnly() {
    // given
    Network network =
        new Network()
            .node("root", MIDNIGHT, 10)
            .node("before", MIDNIGHT, 10)
            .node(
                "task",
                MIDNIGHT,
                10,
                on("root"),
                new OnItself(),
                new OnPreviousCycle(key("before")))
            .node("below", MIDNIGHT, 10, on("task"));
    // then
    assertThat(LiftedNodes.of(network, Network.day("08:00", 30, "task").tasks()))
        .containsExactly(key("root"), key("task"));
  }
}
