package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.backfill.adapter.BackfillScopes;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflowinstance.Origin;
import jakarta.inject.Singleton;
import java.util.Set;

/** Which nodes a workflow instance has instances of, by what made it. */
@Singleton
public final class Parts {

  private final BackfillScopes scopes;

  public Parts(BackfillScopes scopes) {
    this.scopes = scopes;
  }

  /** A node, whatever its trigger. */
  static Part alone(NodeId node) {
    return new Part.Selected(new Part.Common(), Set.of(node), Set.of());
  }

  Part of(Origin origin, Work work) {
    return switch (origin) {
      case Origin.Manual _ -> new Part.Whole();
      case Origin.SmokeTest(NodeId node) -> alone(node);
      case Origin.Scheduled scheduled -> scheduled.part();
      case Origin.OfBackfill ofBackfill ->
          scopes.find(ofBackfill.backfill(), work).units().get(ofBackfill.unit()).part();
    };
  }
}
