package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.messaging.Effect;
import io.weirworks.scheduler.instance.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code instance_operation}, written with the decision that they tell of. */
final class OperationLog {

  private static final String INSERT =
      "INSERT INTO instance_operation (instance_id, operated_at, actor, operation, detail, comment)"
          + " VALUES (?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''))";

  private OperationLog() {}

  static Effect write(UUID instance, Operation operation, String actor, Instant at) {
    return new Effect.Write(
        INSERT,
        List.of(
            instance.toString(),
            at,
            actor,
            operation.kind().name(),
            text(operation.detail()),
            text(operation.comment())));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
