package io.weirworks.scheduler.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeDependency.OnChildren;
import io.weirworks.scheduler.dependency.NodeDependency.OnItself;
import io.weirworks.scheduler.dependency.NodeDependency.OnPreviousCycle;
import io.weirworks.scheduler.dependency.NodeDependency.OnSameCycle;
import io.weirworks.scheduler.dependency.NodeDependency.OnUnknownOutput;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.InstanceMode;
import io.weirworks.scheduler.generation.Recurrence;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What will run, when and after what (issue 3, item 8). */
class SimulationTest {
  private static final RunResource ENGINE = new RunResource("emr", null, null, true);
  private static final Instant D = Instant.parse("2026-03-10T00:00:00Z");
  private static final Instant NEXT = Instant.parse("2026-03-11T00:00:00Z");

  private static NodeKey key(String name) {
    return new NodeKey("flow", name);
  }

  private static OnSameCycle on(String name) {
    return new OnSameCycle(key(name));
  }

  private static ScheduledNode node(String name, String cron, NodeDependency... dependencies) {
    return node(name, Timetable.of(schedule(cron, ZoneOffset.UTC)), dependencies);
  }

  private static Schedule schedule(String cron, ZoneId zone) {
    return Schedule.of(CronExpression.parse(cron), zone);
  }

  private static ScheduledNode node(
      String name, Timetable timetable, NodeDependency... dependencies) {
    return node(name, GenerationHistory.of(timetable, Deployment.LONG_AGO), dependencies);
  }

  private static ScheduledNode node(
      String name, GenerationHistory history, NodeDependency... dependencies) {
    return new ScheduledNode(
        key(name), history, List.of(dependencies), ParameterDefinitions.none(), ENGINE);
  }

  private static List<SimulatedInstance> run(Instant from, Instant to, ScheduledNode... nodes) {
    List<SimulatedInstance> instances = new ArrayList<>();
    new Simulation(List.of(nodes)).instances(from, to).forEachRemaining(instances::add);
    return instances;
  }

  private static String shown(SimulatedInstance instance) {
    return instance.key().node() + "@" + shortly(instance.scheduledTime().toLocalDateTime());
  }

  private static String shortly(LocalDateTime time) {
    return "%02dT%s".formatted(time.getDayOfMonth(), time.toLocalTime());
  }

  private static String upstreams(SimulatedInstance instance) {
    return instance.dependsOn().stream()
        .map(
            edge ->
                edge.key().node()
                    + "@"
                    + shortly(edge.scheduledTime().toLocalDateTime())
                    + " "
                    + edge.kind())
        .collect(Collectors.joining(", "));
  }

  @Test
  void instancesComeInOrderOfTimeThenWorkflowThenNodeAndTheEndIsNotIncluded() {
    // when
    List<SimulatedInstance> instances =
        run(
            D,
            NEXT,
            node("b", "00 00 0,12 * * ?"),
            node("c", Timetable.of(schedule("00 00 08 * * ?", ZoneId.of("Asia/Shanghai")))),
            node("a", "00 00 12 * * ?"));
    // then
    assertThat(instances)
        .extracting(SimulationTest::shown)
        .containsExactly("b@10T00:00", "c@10T08:00", "a@10T12:00", "b@10T12:00");
  }

  /** Scenario 11. */
  @Test
  void dayTaskDependsOnAllInstancesOfAnHourTaskAndOnTheNearestOfASelfDependentOne() {
    // when
    SimulatedInstance onAll =
        run(D, NEXT, node("day", "00 30 00 * * ?", on("hour")), node("hour", "00 00 * * * ?"))
            .stream()
            .filter(instance -> instance.key().node().equals("day"))
            .findFirst()
            .orElseThrow();
    SimulatedInstance onNearest =
        run(
                D,
                NEXT,
                node("day", "00 30 00 * * ?", on("hour")),
                node("hour", "00 00 * * * ?", new OnItself()))
            .get(1);
    // then
    assertThat(onAll.dependsOn()).hasSize(24);
    assertThat(upstreams(onNearest)).isEqualTo("hour@10T00:00 SAME_CYCLE");
  }

  /** Scenario 16. */
  @Test
  void selfDependentHourTaskDependsOverMidnightAndItsFirstInstanceEverOnNothing() {
    // given
    Timetable timetable = Timetable.of(schedule("00 00 0,12 * * ?", ZoneOffset.UTC));
    ScheduledNode node =
        node("x", GenerationHistory.of(timetable, D.minusSeconds(3600)), new OnItself());
    // when
    List<SimulatedInstance> instances = run(D.minusSeconds(86_400), NEXT.plusSeconds(1), node);
    // then
    assertThat(instances)
        .extracting(instance -> shown(instance) + ": " + upstreams(instance))
        .containsExactly(
            "x@10T00:00: ", "x@10T12:00: x@10T00:00 SELF", "x@11T00:00: x@10T12:00 SELF");
  }

  /** Scenario 17: dry-run children included. */
  @Test
  void nodeOnItsChildrenWaitsForAllDirectOnesOfTheCycleBefore() {
    // when
    List<SimulatedInstance> instances =
        run(
            D,
            NEXT,
            node("x", "00 00 01 * * ?", new OnChildren()),
            node("weekly", "00 00 02 ? * MON", on("x")),
            node("hourly", "00 00 0,12 * * ?", on("x")),
            node("grandchild", "00 00 03 * * ?", on("weekly")));
    // then
    assertThat(instances.get(1))
        .satisfies(
            instance -> {
              assertThat(shown(instance)).isEqualTo("x@10T01:00");
              assertThat(upstreams(instance))
                  .isEqualTo(
                      "hourly@09T00:00 CROSS_CYCLE, weekly@09T02:00 CROSS_CYCLE, hourly@09T12:00 CROSS_CYCLE");
            });
  }

  @Test
  void twoEdgesToOneNodeAreBothKeptAndARepeatedOneCountsOnce() {
    // when
    List<SimulatedInstance> instances =
        run(
            D,
            NEXT,
            node("a", "00 00 01 * * ?"),
            node(
                "b",
                "00 00 02 * * ?",
                on("a"),
                new OnPreviousCycle(key("a")),
                new OnPreviousCycle(key("a"))));
    // then
    assertThat(upstreams(instances.get(1)))
        .isEqualTo("a@09T01:00 CROSS_CYCLE, a@10T01:00 SAME_CYCLE");
  }

  /** Scenario 8. */
  @Test
  void childOfAParentWithoutInstanceIsIsolatedForTheDay() {
    // given
    Timetable timetable = Timetable.of(schedule("00 00 01 * * ?", ZoneOffset.UTC));
    ScheduledNode parent = node("parent", GenerationHistory.of(timetable, D));
    // when
    List<SimulatedInstance> instances =
        run(D, NEXT.plusSeconds(86_400), parent, node("child", "00 00 02 * * ?", on("parent")));
    // then
    assertThat(instances)
        .extracting(instance -> shown(instance) + " " + instance.waits())
        .containsExactly(
            "child@10T02:00 [ISOLATED, SCHEDULED_TIME, RESOURCE]",
            "parent@11T01:00 [SCHEDULED_TIME, RESOURCE]",
            "child@11T02:00 [UPSTREAM, SCHEDULED_TIME, RESOURCE]");
  }

  @Test
  void nodeThatAlsoHasAnotherParentIsNotIsolated() {
    // when
    List<SimulatedInstance> instances =
        run(
            D,
            NEXT,
            node("a", "00 00 01 * * ?"),
            node("b", "00 00 02 * * ?", on("a"), new OnUnknownOutput("lost.output")));
    // then
    assertThat(instances.get(1).waits()).doesNotContain(SimulatedWait.ISOLATED);
  }

  @Test
  void kindsFollowTheSchedulerTypes() {
    // given
    Schedule weekly = schedule("00 00 01 ? * MON", ZoneOffset.UTC);
    Schedule daily = schedule("00 00 02 * * ?", ZoneOffset.UTC);
    // when
    List<SimulatedInstance> instances =
        run(
            D,
            NEXT,
            node(
                "expired",
                GenerationHistory.of(
                    new Timetable(daily, Recurrence.NORMAL, InstanceMode.IMMEDIATELY),
                    D.plusSeconds(7_200))),
            node("frozen", new Timetable(daily, Recurrence.PAUSE, InstanceMode.T_PLUS_1)),
            node("normal", Timetable.of(daily)),
            node("skipped", new Timetable(daily, Recurrence.SKIP, InstanceMode.T_PLUS_1)),
            node("weekly", Timetable.of(weekly)));
    // then
    assertThat(instances)
        .extracting(instance -> instance.key().node() + " " + instance.kind())
        .containsExactly(
            "weekly DRY_RUN",
            "expired DRY_RUN",
            "frozen FROZEN",
            "normal NORMAL",
            "skipped SKIPPED");
    assertThat(instances)
        .filteredOn(instance -> instance.waits().contains(SimulatedWait.RESOURCE))
        .extracting(SimulatedInstance::kind)
        .containsExactly(SimulatedKind.NORMAL);
  }

  @Test
  void parametersAreThoseOfTheScheduledTime() {
    // given
    ParameterDefinitions parameters =
        switch (ParameterDefinitions.parseNamed("dt=$bizdate hour=$[hh24-1/24] today=$gmtdate")) {
          case Result.Value<ParameterDefinitions>(var value) -> value;
          case Result.Refused<ParameterDefinitions>(var error) ->
              throw new AssertionError(error.message());
        };
    ScheduledNode node =
        new ScheduledNode(
            key("x"),
            GenerationHistory.of(
                Timetable.of(schedule("00 00 * * * ?", ZoneId.of("Europe/Berlin"))),
                Deployment.LONG_AGO),
            List.of(),
            parameters,
            ENGINE);
    // when: 03:00 where summer time begins; arithmetic is done on instants (3.10)
    SimulatedInstance instance =
        run(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T01:00:01Z"), node)
            .getFirst();
    // then
    assertThat(instance.scheduledTime()).hasToString("2026-03-29T03:00+02:00[Europe/Berlin]");
    assertThat(instance.bizdate()).hasToString("2026-03-28");
    assertThat(instance.parameters())
        .isEqualTo(
            new ParameterValues.Named(Map.of("dt", "20260328", "hour", "01", "today", "20260329")));
  }

  @Test
  void parameterWithoutValueIsRefusedByNode() {
    // given
    ParameterDefinitions parameters =
        switch (ParameterDefinitions.parseNamed("y=${yyyy+999999999999}")) {
          case Result.Value<ParameterDefinitions>(var value) -> value;
          case Result.Refused<ParameterDefinitions>(var error) ->
              throw new AssertionError(error.message());
        };
    ScheduledNode node =
        new ScheduledNode(
            key("x"),
            GenerationHistory.of(
                Timetable.of(schedule("00 00 01 * * ?", ZoneOffset.UTC)), Deployment.LONG_AGO),
            List.of(),
            parameters,
            ENGINE);
    // then
    assertThatThrownBy(() -> run(D, NEXT, node))
        .isInstanceOf(UnusableParameterException.class)
        .hasMessageContaining("node x of flow");
  }

  @Test
  void sameSimulationGivesTheSameInstances() {
    // given
    ScheduledNode[] nodes = {
      node("a", "00 */10 * * * ?", new OnItself()),
      node("b", "00 00 * * * ?", on("a"), new OnChildren()),
      node("c", "00 00 03 ? * MON", on("b"), new OnItself())
    };
    // then
    assertThat(run(D, NEXT, nodes)).isEqualTo(run(D, NEXT, nodes[2], nodes[1], nodes[0]));
  }
}
