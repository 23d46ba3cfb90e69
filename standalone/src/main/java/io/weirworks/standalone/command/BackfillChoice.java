package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.BackfillMode;
import io.weirworks.contract.scheduler.BackfillOrder;
import io.weirworks.contract.scheduler.BizdateRange;
import io.weirworks.contract.scheduler.NodeReference;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.standalone.StandaloneException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which instances of which nodes a backfill has, and in which order. */
final class BackfillChoice {

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "whole-workflow (default), general, manual-selection, chain or all-downstream.")
  private String mode = "whole-workflow";

  @Option(
      names = "--root",
      paramLabel = "NODE",
      description = "The root node, for general and all-downstream: [WORKFLOW/]NODE.")
  private @Nullable String root;

  @Option(
      names = "--include",
      paramLabel = "NODE",
      description = "A node that runs, [WORKFLOW/]NODE; may be repeated.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "NODE",
      description = "A node that does not run, [WORKFLOW/]NODE; may be repeated.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--and",
      paramLabel = "D..D",
      description = "A further range of business dates; may be repeated, 6 times at most.")
  private List<String> ranges = new ArrayList<>();

  @Option(names = "--descending", description = "Begin with the last business date.")
  private boolean descending;

  @Option(
      names = "--first-time",
      paramLabel = "HH:mm:ss",
      description = "Of hour and minute schedules only the times of day from this one on.")
  private @Nullable String firstTime;

  @Option(
      names = "--last-time",
      paramLabel = "HH:mm:ss",
      description = "Of hour and minute schedules only the times of day up to this one.")
  private @Nullable String lastTime;

  @Option(
      names = "--immediately",
      description = "Start instances whose scheduled time is still to come, too.")
  private boolean immediately;

  @Option(
      names = "--plan",
      description = "Only plan it: 'begin' starts it with the hash of BackfillStarted.")
  private boolean plan;

  void into(StartBackfill.Builder command) {
    command
        .setMode(mode())
        .setRootNode(root == null ? null : node(root))
        .setIncludeNodes(include.stream().map(BackfillChoice::node).toList())
        .setExcludeNodes(exclude.stream().map(BackfillChoice::node).toList())
        .setFurtherRanges(ranges.stream().map(BackfillChoice::range).toList())
        .setOrder(descending ? BackfillOrder.DESC : BackfillOrder.ASC)
        .setStartTime(firstTime)
        .setEndTime(lastTime)
        .setImmediately(immediately)
        .setAutoStart(!plan);
  }

  private BackfillMode mode() {
    return Arrays.stream(BackfillMode.values())
        .filter(each -> each != BackfillMode.UNKNOWN)
        .filter(each -> each.name().replace('_', '-').equalsIgnoreCase(mode))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "--mode '%s' is no mode; it is whole-workflow, general, manual-selection, chain"
                        + " or all-downstream",
                    mode));
  }

  private static NodeReference node(String text) {
    int slash = text.indexOf('/');
    return NodeReference.newBuilder()
        .setWorkflow(slash < 0 ? null : text.substring(0, slash))
        .setNode(text.substring(slash + 1))
        .build();
  }

  private static BizdateRange range(String text) {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length != 2) {
      throw wrong("--and '%s' is no range; write it as 2026-11-18..2026-11-20", text);
    }
    return new BizdateRange(FlowOptions.date("--and", ends[0]), FlowOptions.date("--and", ends[1]));
  }

  private static StandaloneException wrong(String form, String value) {
    return new StandaloneException(StandaloneException.Code.WRONG_ARGUMENT, form.formatted(value));
  }
}
