package io.weirworks.scheduler.backfill.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.scheduler.BackfillMode;
import io.weirworks.contract.scheduler.BackfillOrder;
import io.weirworks.contract.scheduler.BizdateRange;
import io.weirworks.contract.scheduler.NodeReference;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.messaging.hosting.CommandBody;
import io.weirworks.scheduler.adapter.HttpInput;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a backfill over HTTP; the contract's StartBackfill, where what is null has its default.
 *
 * @param fromBizdate first business date, yyyy-MM-dd
 * @param toBizdate last business date, yyyy-MM-dd, itself included
 * @param parallelism business dates at once, 1 to 10
 * @param order ASC or DESC
 * @param parameters constants that replace parameters of these names
 * @param mode WHOLE_WORKFLOW, GENERAL, MANUAL_SELECTION, CHAIN or ALL_DOWNSTREAM
 * @param startTime of hour and minute schedules the first time of day, HH:mm:ss
 * @param endTime of hour and minute schedules the last time of day, HH:mm:ss
 * @param immediately start what is scheduled for the future, too
 * @param autoStart false: only plan it
 */
@Serdeable
record NewBackfill(
    @Nullable String workspace,
    @Nullable String workflow,
    @Nullable String fromBizdate,
    @Nullable String toBizdate,
    @Nullable List<Range> furtherRanges,
    @Nullable Integer parallelism,
    @Nullable String order,
    @Nullable Map<String, String> parameters,
    @Nullable String name,
    @Nullable String mode,
    @Nullable Node rootNode,
    @Nullable List<Node> includeNodes,
    @Nullable List<Node> excludeNodes,
    @Nullable String startTime,
    @Nullable String endTime,
    @Nullable Boolean immediately,
    @Nullable Boolean autoStart) {

  /** Business dates, both included. */
  @Serdeable
  record Range(@Nullable String fromBizdate, @Nullable String toBizdate) {
    BizdateRange record() {
      return new BizdateRange(
          CommandBody.required("furtherRanges.fromBizdate", fromBizdate),
          CommandBody.required("furtherRanges.toBizdate", toBizdate));
    }
  }

  /** A node; workspace and workflow null: those of the backfill. */
  @Serdeable
  record Node(@Nullable String workspace, @Nullable String workflow, @Nullable String node) {
    NodeReference record() {
      return new NodeReference(workspace, workflow, CommandBody.required("node", node));
    }
  }

  StartBackfill command() {
    return StartBackfill.newBuilder()
        .setWorkspace(CommandBody.required("workspace", workspace))
        .setWorkflow(CommandBody.required("workflow", workflow))
        .setFromBizdate(CommandBody.required("fromBizdate", fromBizdate))
        .setToBizdate(CommandBody.required("toBizdate", toBizdate))
        .setFurtherRanges(all(furtherRanges).map(Range::record).toList())
        .setParallelism(parallelism == null ? 1 : parallelism)
        .setOrder(
            BackfillOrder.valueOf(
                HttpInput.name("order", order == null ? "ASC" : order, BackfillOrder.class)))
        .setParameters(parameters == null ? Map.of() : parameters)
        .setName(name)
        .setMode(
            BackfillMode.valueOf(
                HttpInput.name("mode", mode == null ? "WHOLE_WORKFLOW" : mode, BackfillMode.class)))
        .setRootNode(rootNode == null ? null : rootNode.record())
        .setIncludeNodes(all(includeNodes).map(Node::record).toList())
        .setExcludeNodes(all(excludeNodes).map(Node::record).toList())
        .setStartTime(startTime)
        .setEndTime(endTime)
        .setImmediately(Boolean.TRUE.equals(immediately))
        .setAutoStart(!Boolean.FALSE.equals(autoStart))
        .build();
  }

  private static <T> Stream<T> all(@Nullable List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }
}
