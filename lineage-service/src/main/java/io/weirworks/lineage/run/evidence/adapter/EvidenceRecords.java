package io.weirworks.lineage.run.evidence.adapter;

import io.weirworks.contract.lineage.EngineEvidenceClosed;
import io.weirworks.contract.lineage.EngineEvidenceOpened;
import io.weirworks.contract.lineage.EngineEvidenceState;
import io.weirworks.contract.lineage.EvidenceEnd;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.run.adapter.RunRecords;
import io.weirworks.lineage.run.evidence.Deciding;
import io.weirworks.lineage.run.evidence.EngineRun;
import io.weirworks.lineage.run.evidence.Evidence;
import io.weirworks.lineage.run.evidence.EvidenceEvent;
import io.weirworks.lineage.run.evidence.EvidenceOwner;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Evidence to the contract's records. */
final class EvidenceRecords {

  private EvidenceRecords() {}

  static SpecificRecord event(Evidence state, EvidenceEvent event) {
    return switch (event) {
      case EvidenceEvent.Opened _ ->
          EngineEvidenceOpened.newBuilder()
              .setEvidenceId(state.owner().id())
              .setWorkflowInstanceId(workflowInstance(state))
              .setRunId(run(state))
              .build();
      case EvidenceEvent.Recorded(var run, var job, var record) ->
          RunRecords.recorded(run, record, KnownBy.RUNTIME)
              .setJob(DatasetRecords.record(job))
              .build();
      case EvidenceEvent.Missed(var run, var job, var gap) ->
          RunRecords.gap(run, gap).setJob(DatasetRecords.record(job)).build();
      case EvidenceEvent.Closed(boolean decided) ->
          EngineEvidenceClosed.newBuilder()
              .setEvidenceId(state.owner().id())
              .setEnd(decided ? EvidenceEnd.DECIDED : EvidenceEnd.NEVER_ENDED)
              .build();
      case EvidenceEvent.Became _ ->
          throw new IllegalStateException("what evidence became is told to nobody");
    };
  }

  static EngineEvidenceState state(Evidence state) {
    return EngineEvidenceState.newBuilder()
        .setEvidenceId(state.owner().id())
        .setWorkflowInstanceId(workflowInstance(state))
        .setRunId(run(state))
        .setEngineRuns(state.runs().size())
        .setTold((int) state.runs().values().stream().filter(EngineRun::told).count())
        .build();
  }

  private static @Nullable String workflowInstance(Evidence state) {
    return switch (state.owner()) {
      case EvidenceOwner.OurRun(String instance, var _) -> instance;
      case EvidenceOwner.Application(String instance, var _) -> instance;
      case EvidenceOwner.Others _ -> null;
    };
  }

  private static @Nullable String run(Evidence state) {
    return switch (state.owner()) {
      case EvidenceOwner.OurRun(var _, String run) -> run;
      case EvidenceOwner.Application _ ->
          state.deciding() instanceof Deciding.Linked(String run) ? run : null;
      case EvidenceOwner.Others _ -> null;
    };
  }
}
