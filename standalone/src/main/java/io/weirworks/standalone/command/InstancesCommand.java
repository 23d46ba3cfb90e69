package io.weirworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.contractjson.AvroToJson;
import io.weirworks.standalone.follow.NodeText;
import io.weirworks.standalone.topics.StateTopic;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists node instances. */
@Command(name = "instances", description = "List node instances, the newest first.")
final class InstancesCommand implements Callable<Integer> {

  private static final String FORM = "%-36s  %-10s  %-20s  %-20s  %3s  %-28s  %s";

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

  @Option(names = "--workflow", paramLabel = "NAME", description = "Only those of one workflow.")
  private @Nullable String workflow;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many; default: ${DEFAULT-VALUE}.")
  private int limit = 100;

  @Option(names = "--json", description = "Print one JSON list of state records.")
  private boolean json;

  InstancesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    List<NodeInstanceState> found =
        StateTopic.read(platform.bootstrapServers(), Service.SCHEDULER)
            .all(NodeInstanceState.class)
            .filter(node -> node.getWorkspace().equals(workspace.name()))
            .filter(node -> workflow == null || node.getWorkflow().equals(workflow))
            .sorted(
                Comparator.comparing(NodeInstanceState::getCreatedAt)
                    .thenComparing(NodeInstanceState::getBizdate)
                    .reversed()
                    .thenComparing(NodeInstanceState::getNode))
            .limit(limit)
            .toList();
    if (json) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      found.forEach(node -> list.add(AvroToJson.json(node)));
      surroundings.print(list);
    } else {
      surroundings.print(
          FORM.formatted(
              "INSTANCE", "BIZDATE", "WORKFLOW", "NODE", "TRY", "STATUS", "WORKFLOW INSTANCE"));
      found.forEach(node -> surroundings.print(line(node)));
    }
    return 0;
  }

  private static String line(NodeInstanceState node) {
    return FORM.formatted(
        node.getNodeInstanceId(),
        node.getBizdate(),
        node.getWorkflow(),
        node.getNode(),
        node.getAttempt(),
        NodeText.status(node),
        node.getWorkflowInstanceId());
  }
}
