package io.weirworks.lineage.run;

/** What is told of a run's lineage. */
public sealed interface RunEvent {

  Run run();

  /** Statements of the run, those that were not carried included. */
  int statements();

  /** A statement touched datasets. */
  record Recorded(Run run, int statements, StatementRecord record) implements RunEvent {}

  /** Something is not known of a statement, or of statements that were not carried. */
  record Missed(Run run, int statements, Gap gap, int count) implements RunEvent {}

  /** The engine told what the run touched; of the script's coverage it says nothing. */
  record Observed(Run run, int statements, StatementRecord record) implements RunEvent {}

  /** Something is not known of what the engine told. */
  record Unobserved(Run run, int statements, Gap gap) implements RunEvent {}
}
