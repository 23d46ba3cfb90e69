package io.weirworks.lineage.run;

import org.jspecify.annotations.Nullable;

/**
 * How far a run's statements have been told, and with what coverage.
 *
 * @param statements that it ran
 * @param recorded statements that touched datasets
 * @param gaps statements of which something is not known
 * @param next index of the first statement that was not told yet; the end of the script once all
 *     were
 */
public record RunLineage(Run run, int statements, int recorded, int gaps, int next) {

  public static RunLineage evolve(@Nullable RunLineage state, RunEvent event) {
    RunLineage before =
        state == null ? new RunLineage(event.run(), event.statements(), 0, 0, 0) : state;
    return switch (event) {
      case RunEvent.Recorded(var _, var _, StatementRecord record) ->
          before.told(1, 0, record.index() + 1);
      case RunEvent.Missed(var _, var _, Gap gap, int count) ->
          before.told(
              0,
              count,
              gap.statementIndex() == null ? before.statements : gap.statementIndex() + 1);
      case RunEvent.Observed _, RunEvent.Unobserved _ -> before;
    };
  }

  /** Share of the statements without a gap, 0 to 1. */
  public double coverage() {
    return statements == 0 ? 1 : (double) (statements - gaps) / statements;
  }

  private RunLineage told(int moreRecorded, int moreGaps, int upTo) {
    return new RunLineage(
        run, statements, recorded + moreRecorded, gaps + moreGaps, Math.max(next, upTo));
  }
}
