package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.dependency.DependencyKind;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.parameter.ParameterValues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * An instance that there will be.
 *
 * @param scheduledTime in the zone of its timetable
 * @param dependsOn in order of time, workflow, node and kind; the workspace's root and the
 *     workflow's start are not named
 * @param waits in the order in which they end
 */
public record SimulatedInstance(
    NodeKey key,
    ZonedDateTime scheduledTime,
    LocalDate bizdate,
    SimulatedKind kind,
    List<Edge> dependsOn,
    List<SimulatedWait> waits,
    RunResource resource,
    ParameterValues parameters) {
  public SimulatedInstance {
    dependsOn = List.copyOf(dependsOn);
    waits = List.copyOf(waits);
  }

  /** An instance that another one depends on. */
  public record Edge(NodeKey key, ZonedDateTime scheduledTime, DependencyKind kind) {
    static Edge of(NodeKey key, Instant time, ZoneId zone, DependencyKind kind) {
      return new Edge(key, time.atZone(zone), kind);
    }
  }
}
