package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.run.Gap;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.StatementRecord;
import org.jspecify.annotations.Nullable;

/** What becomes of evidence. */
public sealed interface EvidenceEvent {

  /** It is kept from now on. */
  record Opened(Evidence evidence) implements EvidenceEvent {}

  /** More was heard, or what was heard was told on; no news to anybody. */
  record Became(Evidence evidence) implements EvidenceEvent {}

  /** An engine's run of others touched something. */
  record Recorded(Run run, Job job, StatementRecord record) implements EvidenceEvent {}

  /** Something is not known of what an engine's run of others touched. */
  record Missed(Run run, Job job, Gap gap) implements EvidenceEvent {}

  /** It is kept no longer. */
  record Closed(boolean decided) implements EvidenceEvent {}

  /** The evidence after an event; null once it is closed. */
  static @Nullable Evidence evolve(@Nullable Evidence before, EvidenceEvent event) {
    return switch (event) {
      case Opened(Evidence evidence) -> evidence;
      case Became(Evidence evidence) -> evidence;
      case Recorded _, Missed _ -> before;
      case Closed _ -> null;
    };
  }
}
