package io.weirworks.scheduler.generation;

import io.weirworks.scheduler.recurrence.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that was deployed of a node, and with it which instances it has on a day (dataworks-semantics
 * 3.3). A new version replaces instances that are still to come, past ones stay.
 *
 * @param zone the clock by which nights and days of generation are counted
 * @param deployments in order of time, at least one
 */
public record GenerationHistory(ZoneId zone, List<Deployment> deployments) {
  /** How long after an immediate deployment instances become real. */
  public static final Duration ACTIVATION_DELAY = Duration.ofMinutes(10);

  public GenerationHistory {
    deployments = List.copyOf(deployments);
    if (deployments.isEmpty() || deployments.getFirst().timetable() == null) {
      throw new IllegalArgumentException("A history begins with a version: " + deployments);
    }
  }

  /** A node with one version, in its own zone. */
  public static GenerationHistory of(Timetable timetable, Instant deployedAt) {
    return new GenerationHistory(
        timetable.schedule().zone(), List.of(new Deployment(deployedAt, timetable)));
  }

  /** No instance is on a day before this one. */
  public LocalDate firstDay() {
    return deployments.getFirst().day(zone);
  }

  /** When the nightly generation of a day is over. */
  public Instant generatedBy(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The instances of a day; none where it was not deployed for that day. */
  public DayPlan on(LocalDate day) {
    return on(day, ZoneId::getRules);
  }

  /**
   * The same by other rules of time zones than this process knows.
   *
   * @param rules of each zone
   */
  public DayPlan on(LocalDate day, Function<ZoneId, ZoneRules> rules) {
    Day plan = nightly(day, rules);
    for (int i = 0; i < deployments.size(); i++) {
      Deployment deployment = deployments.get(i);
      Timetable timetable = deployment.timetable();
      if (timetable != null && deployment.isImmediatelyFor(day, zone)) {
        plan = immediate(plan, deployment, ticks(timetable, day, rules), isNew(i));
      }
    }
    Timetable timetable = plan == null ? first() : plan.timetable();
    return new DayPlan(
        timetable.schedule().period(),
        timetable.schedule().zone(),
        plan == null ? List.of() : plan.instances());
  }

  /**
   * The index of the deployment that the instances made for a day are of; nothing where none was in
   * force for it.
   */
  public OptionalInt inForceOn(LocalDate day) {
    OptionalInt inForce = OptionalInt.empty();
    for (int i = 0; i < deployments.size(); i++) {
      Deployment deployment = deployments.get(i);
      if (deployment.isImmediatelyFor(day, zone) || !deployment.firstNightly(zone).isAfter(day)) {
        inForce = deployment.timetable() == null ? OptionalInt.empty() : OptionalInt.of(i);
      }
    }
    return inForce;
  }

  private Timetable first() {
    return Objects.requireNonNull(deployments.getFirst().timetable());
  }

  /** A node that was not in force before is new; a modified one gets nothing for the past. */
  private boolean isNew(int index) {
    return index == 0 || deployments.get(index - 1).timetable() == null;
  }

  private record Day(Timetable timetable, List<PlannedInstance> instances) {}

  private @Nullable Day nightly(LocalDate day, Function<ZoneId, ZoneRules> rules) {
    Timetable inForce = null;
    for (Deployment deployment : deployments) {
      if (!deployment.firstNightly(zone).isAfter(day)) {
        inForce = deployment.timetable();
      }
    }
    return inForce == null
        ? null
        : new Day(inForce, ticks(inForce, day, rules).stream().map(inForce::instance).toList());
  }

  private static List<Tick> ticks(
      Timetable timetable, LocalDate day, Function<ZoneId, ZoneRules> rules) {
    return timetable.schedule().ticks(day, rules.apply(timetable.schedule().zone()));
  }

  /** What the deployment makes of the day that it happens on. */
  private static Day immediate(
      @Nullable Day before, Deployment deployment, List<Tick> ticks, boolean isNew) {
    Timetable timetable = Objects.requireNonNull(deployment.timetable());
    Instant activation = deployment.at().plus(ACTIVATION_DELAY);
    List<PlannedInstance> instances = new ArrayList<>();
    if (before != null) {
      before.instances().stream()
          .filter(old -> !old.tick().time().isAfter(activation))
          .forEach(instances::add);
    }
    for (Tick tick : ticks) {
      if (tick.time().isAfter(activation)) {
        instances.add(timetable.instance(tick));
      } else if (isNew) {
        instances.add(new PlannedInstance(tick, SchedulerType.REALTIME_DEPRECATED));
      }
    }
    return new Day(timetable, instances);
  }
}
