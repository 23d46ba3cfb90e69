package io.weirworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.weirworks.contract.scheduler.BaselineState;
import io.weirworks.contract.scheduler.BaselineTask;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.contractjson.AvroToJson;
import io.weirworks.standalone.topics.StateTopic;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists baselines. */
@Command(name = "list", description = "List baselines and what they commit to.")
final class BaselineListCommand implements Callable<Integer> {

  private static final String FORM = "%-24s  %-4s  %8s  %-13s  %6s  %s";

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

  @Option(names = "--json", description = "Print one JSON list of state records.")
  private boolean json;

  BaselineListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    List<BaselineState> found =
        StateTopic.read(platform.bootstrapServers(), Service.SCHEDULER)
            .all(BaselineState.class)
            .filter(baseline -> baseline.getWorkspace().equals(workspace.name()))
            .sorted(Comparator.comparing(BaselineState::getName))
            .toList();
    if (json) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      found.forEach(baseline -> list.add(AvroToJson.json(baseline)));
      surroundings.print(list);
    } else {
      surroundings.print(
          FORM.formatted("BASELINE", "KIND", "PRIORITY", "COMMITTED", "MARGIN", "TASKS"));
      found.forEach(baseline -> surroundings.print(line(baseline)));
    }
    return 0;
  }

  private static String line(BaselineState baseline) {
    List<String> committed = baseline.getCommittedTimes();
    return FORM.formatted(
        baseline.getName(),
        baseline.getKind(),
        baseline.getPriority(),
        committed.size() == 1
            ? committed.getFirst()
            : committed.getFirst() + "…" + committed.getLast(),
        baseline.getAlertMarginMinutes() + " min",
        baseline.getTasks().stream()
            .map(BaselineListCommand::task)
            .collect(Collectors.joining(", ")));
  }

  private static String task(BaselineTask task) {
    return task.getNode() == null ? task.getWorkflow() : task.getWorkflow() + "/" + task.getNode();
  }
}
