package io.weirworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.weirworks.contract.scheduler.BaselineInstanceState;
import io.weirworks.contract.scheduler.BaselineStep;
import io.weirworks.contract.scheduler.BaselineTroubledTask;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.contractjson.AvroToJson;
import io.weirworks.standalone.topics.StateTopic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a baseline stands. */
@Command(
    name = "show",
    description = "Show how a baseline stands, the newest day first, with its longest path.")
final class BaselineShowCommand implements Callable<Integer> {

  private static final String FORM = "%-10s  %5s  %-8s  %-10s  %-20s  %-20s  %s";

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

  @Parameters(paramLabel = "BASELINE", description = "Name of the baseline.")
  private String name = "";

  @Option(
      names = "--bizdate",
      paramLabel = "D",
      description = "Only this business date, such as 2026-11-18.")
  private @Nullable String bizdate;

  @Option(names = "--json", description = "Print one JSON list of state records.")
  private boolean json;

  BaselineShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    String only = bizdate == null ? null : FlowOptions.date("--bizdate", bizdate);
    List<BaselineInstanceState> found =
        StateTopic.read(platform.bootstrapServers(), Service.SCHEDULER)
            .all(BaselineInstanceState.class)
            .filter(each -> each.getWorkspace().equals(workspace.name()))
            .filter(each -> each.getBaseline().equals(name))
            .filter(each -> only == null || each.getBizdate().equals(only))
            .sorted(
                Comparator.comparing(BaselineInstanceState::getBizdate)
                    .thenComparingInt(BaselineInstanceState::getCycle)
                    .reversed())
            .toList();
    if (found.isEmpty()) {
      throw new StandaloneException(
          StandaloneException.Code.NOT_FOUND,
          "baseline '%s' of workspace '%s' has watched no such day yet; it begins at 23:30 the night before"
              .formatted(name, workspace.name()));
    }
    if (json) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      found.forEach(each -> list.add(AvroToJson.json(each)));
      surroundings.print(list);
    } else {
      show(found);
    }
    return 0;
  }

  private void show(List<BaselineInstanceState> found) {
    surroundings.print(
        FORM.formatted("BIZDATE", "CYCLE", "STATUS", "FINISH", "COMMITTED", "PREDICTED", "MARGIN"));
    found.forEach(each -> surroundings.print(line(each)));
    BaselineInstanceState latest = found.getFirst();
    for (BaselineStep step : latest.getKeyPath()) {
      surroundings.print(
          "  %s  %s  %s/%s%s"
              .formatted(
                  seconds(step.getStartsAt()),
                  seconds(step.getFinishesAt()),
                  step.getWorkflow(),
                  step.getNode(),
                  step.getEnded() ? "" : "  (predicted)"));
    }
    for (BaselineTroubledTask task : latest.getTroubles()) {
      surroundings.print(
          "  %s: %s/%s, attempt %d, %s"
              .formatted(
                  task.getTrouble(),
                  task.getWorkflow(),
                  task.getNode(),
                  task.getAttempt(),
                  task.getNodeInstanceId()));
    }
  }

  private static String line(BaselineInstanceState state) {
    Instant predicted = state.getEstimatedFinish();
    Long margin = state.getMarginMs();
    return FORM.formatted(
        state.getBizdate(),
        state.getCycle(),
        state.getStatus(),
        state.getFinish(),
        seconds(state.getCommittedTime()),
        predicted == null ? "-" : seconds(predicted),
        margin == null ? "-" : Duration.ofMillis(margin).truncatedTo(ChronoUnit.SECONDS));
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
