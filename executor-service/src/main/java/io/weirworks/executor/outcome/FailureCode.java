package io.weirworks.executor.outcome;

/** Why a run failed: a closed list. */
public enum FailureCode {
  /** The program ended with an exit code other than 0. */
  NON_ZERO_EXIT,
  /** Exit code 126: the command is there but cannot be executed. */
  COMMAND_NOT_EXECUTABLE,
  /** Exit code 127: the command is not there. */
  COMMAND_NOT_FOUND,
  /** A signal ended it that nobody here sent, e.g. the kernel's when memory runs out. */
  KILLED_BY_SIGNAL,
  /** It was told to stop, but not by us. */
  STOPPED_FROM_OUTSIDE,
  /** Spark found no such main class (its exit code 101). */
  MAIN_CLASS_NOT_FOUND,
  /** The Spark driver ran out of memory (exit code 52). */
  OUT_OF_MEMORY,
  /** A statement of the script failed. */
  STATEMENT_FAILED,
  /** What a check node looks for was not there when it stopped looking. */
  CHECK_TIMED_OUT
}
