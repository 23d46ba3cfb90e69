package io.weirworks.standalone.command;

import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.registry.WorkspaceState;
import io.weirworks.scheduler.simulation.UnusableParameterException;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.simulate.SimulationRequest;
import io.weirworks.standalone.simulate.SimulationRun;
import io.weirworks.standalone.simulate.WallTime;
import io.weirworks.standalone.topics.StateTopic;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what will run, without running it. */
@Command(
    name = "simulate",
    description = {
      "Say what will run between two times: every instance, what it depends on and waits for.",
      "With FILEs the drafts in them, without a platform; else what is deployed.",
      "A time without an offset is wall time in the zone.",
      "Example: simulate flow.yaml --from 2026-03-29 --to 2026-03-30 --zone Europe/Berlin"
    })
final class SimulateCommand implements Callable<Integer> {

  /** The zone of workspaces that name none. */
  private static final String ZONE_VARIABLE = "WEIRWORKS_TIME_ZONE";

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "FlowSpec documents, JSON or YAML; they find one another's outputs.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "T",
      description = "First scheduled time.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "T",
      description = "End: scheduled times before it.")
  private String to = "";

  @Option(
      names = "--zone",
      paramLabel = "Z",
      description =
          "IANA time zone of these times and of triggers that name none; default: the workspace's; without a platform WEIRWORKS_TIME_ZONE, else UTC.")
  private @Nullable String zone;

  @Option(
      names = "--deployed-at",
      paramLabel = "T",
      description = "When the definitions were deployed; default: long before --from.")
  private @Nullable String deployedAt;

  @Option(names = "--diff", description = "Only what the drafts would change of what is deployed.")
  private boolean diff;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  SimulateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    if (diff && files.isEmpty()) {
      throw wrong("--diff compares drafts with what is deployed: name their FILEs");
    }
    SimulationRequest request = request();
    PrintWriter out = new PrintWriter(surroundings.out(), false, StandardCharsets.UTF_8);
    PrintWriter err = spec == null ? out : spec.commandLine().getErr();
    try {
      new SimulationRun(
              request, this::deployed, out::println, warning -> err.println("warning: " + warning))
          .run();
    } catch (UnusableParameterException e) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_SPEC, String.valueOf(e.getMessage()), e);
    } finally {
      out.flush();
    }
    return 0;
  }

  private SimulationRequest request() {
    ZoneId zoneId = zone == null ? workspaceZone() : WallTime.zone("--zone", zone);
    Instant begin = WallTime.parse("--from", from, zoneId);
    Instant end = WallTime.parse("--to", to, zoneId);
    if (end.isBefore(begin)) {
      throw wrong("--to %s is before --from %s; exchange them".formatted(to, from));
    }
    return new SimulationRequest(
        files,
        workspace.name(),
        zoneId,
        begin,
        end,
        deployedAt == null ? null : WallTime.parse("--deployed-at", deployedAt, zoneId),
        diff,
        json);
  }

  private static StandaloneException wrong(String message) {
    return new StandaloneException(StandaloneException.Code.WRONG_ARGUMENT, message);
  }

  /** Drafts need no platform; where one is up, its workspace says the zone all the same. */
  private ZoneId workspaceZone() {
    StateTopic states;
    try {
      states = StateTopic.read(platform.bootstrapServers(), Service.REGISTRY);
    } catch (StandaloneException e) {
      if (files.isEmpty() || diff) {
        throw e;
      }
      return WallTime.zone(
          ZONE_VARIABLE, surroundings.environment().getOrDefault(ZONE_VARIABLE, "UTC"));
    }
    return states
        .all(WorkspaceState.class)
        .filter(state -> state.getName().equals(workspace.name()))
        .findFirst()
        .map(state -> ZoneId.of(state.getTimeZone()))
        .orElse(ZoneOffset.UTC);
  }

  private Collection<WorkflowDefinition> deployed() {
    return StateTopic.read(platform.bootstrapServers(), Service.REGISTRY)
        .all(WorkflowState.class)
        .map(WorkflowState::getDefinition)
        .filter(definition -> definition.getWorkspace().equals(workspace.name()))
        .toList();
  }
}
