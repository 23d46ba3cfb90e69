package io.weirworks.standalone.follow;

import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WorkflowInstanceState;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Where there is no terminal: one line for each change of a status, with the time in UTC. */
public final class LineView implements FlowView {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Consumer<String> out;
  private final InstantSource clock;
  private final Map<String, String> told = new HashMap<>();

  public LineView(Consumer<String> out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void show(FlowProgress progress, List<SpecificRecord> changes) {
    changes.forEach(this::tell);
  }

  @Override
  public void note(String line) {
    out.accept(TIME.format(clock.instant()) + " " + line);
  }

  private void tell(SpecificRecord change) {
    switch (change) {
      case WorkflowInstanceState instance ->
          tell(
              instance.getWorkflowInstanceId(),
              "%s %s %s"
                  .formatted(instance.getBizdate(), instance.getWorkflow(), instance.getStatus()));
      case NodeInstanceState node ->
          tell(
              node.getNodeInstanceId(),
              "%s %s %s".formatted(node.getBizdate(), node.getNode(), NodeText.status(node)));
      default -> {
        // the backfill's own changes are those of its instances
      }
    }
  }

  private void tell(String subject, String line) {
    if (!line.equals(told.put(subject, line))) {
      note(line);
    }
  }
}
