package io.weirworks.lineage.run.evidence.adapter;

import static io.weirworks.lineage.run.evidence.adapter.EvidenceKind.EVIDENCE;

import io.weirworks.lineage.run.RunScript;
import io.weirworks.lineage.run.evidence.Deciding;
import io.weirworks.lineage.run.evidence.EvidenceOwner.OurRun;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A run of ours succeeded: what its engine told counts (R58), also what comes after this.
 *
 * @param complete whether all was told; else it goes on with the same event
 */
public record EvidenceRelease(List<Effect> effects, boolean complete) {

  /** Loads what releasing these runs reads. */
  public static void load(Collection<OurRun> runs, Work work) {
    work.load(EVIDENCE, runs.stream().map(OurRun::id).toList());
  }

  /**
   * @param nodeType such as EMR_SPARK_SQL: an end is remembered only where an engine may tell more
   */
  public static EvidenceRelease of(RunScript script, String nodeType, Instant now, Work work) {
    OurRun ours = new OurRun(script.run().workflowInstanceId(), script.run().id());
    if (work.find(EVIDENCE, ours.id()).isEmpty() && !isOfEngine(nodeType)) {
      return new EvidenceRelease(List.of(), true);
    }
    EvidenceEffects effects =
        EvidenceEffects.change(
            work, ours, now, before -> before.decided(Deciding.succeeded(script)));
    return new EvidenceRelease(effects.effects(), effects.complete());
  }

  private static boolean isOfEngine(String nodeType) {
    String type = nodeType.toUpperCase(Locale.ROOT);
    return type.contains("SPARK") || type.contains("HIVE");
  }
}
