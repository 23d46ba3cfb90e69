package io.weirworks.schemas;

/** Why a run could not be accepted or failed, and why a node instance failed. */
public enum RunError implements ErrorCode {
  UNSUPPORTED_NODE_TYPE("No engine here runs this node type."),
  UNKNOWN_COMPUTING_RESOURCE(
      "The workspace has no computing resource of that name, or none or several where none is named."),
  UNKNOWN_RESOURCE_GROUP("No runner is of that resource group."),
  EMPTY_CODE("There is nothing to run."),
  UNKNOWN_RESOURCE("The code names a resource that does not exist."),
  INVALID_COMMAND_LINE("The code is not one command line of the form that its node type asks for."),
  UNKNOWN_SPARK_OPTION("spark-submit has no such option, or not for running a job."),
  INVALID_SPARK_SETTING("A Spark setting has a value with which nothing could start."),
  MISSING_MAIN_RESOURCE("The command line names neither jar nor script to run."),
  INVALID_CHECK("The settings of a check node cannot be followed."),
  SUBMIT_FAILED("The process or engine could not be started or reached."),
  NON_ZERO_EXIT("The process ended with another exit code than 0."),
  COMMAND_NOT_EXECUTABLE("A command of the script cannot be executed (exit code 126)."),
  COMMAND_NOT_FOUND("A command of the script does not exist (exit code 127)."),
  KILLED_BY_SIGNAL("A signal ended the process that nobody here sent."),
  STOPPED_FROM_OUTSIDE("The process was told to stop, but not by Weirworks."),
  MAIN_CLASS_NOT_FOUND("Spark found no such main class."),
  OUT_OF_MEMORY("The Spark driver ran out of memory."),
  STATEMENT_FAILED("The engine refused or failed a statement."),
  ENGINE_FAILED("The engine says that the application failed."),
  TIMED_OUT("The run was longer than the node's time-out; no automatic rerun follows."),
  CHECK_TIMED_OUT(
      "What a check node looks for was not there when it stopped looking; no automatic rerun follows."),
  RUN_LOST("The runner is gone and neither host nor engine can say how the run ended."),
  NODE_FROZEN("The node is frozen (recurrence Pause): it fails without running."),
  CANCELLED("Somebody stopped it."),
  INVALID_CONDITION("A branch's condition or a join's logic cannot be evaluated."),
  JOIN_NOT_SATISFIED("The arms of a join ended otherwise than it accepts."),
  OUTPUT_MISSING("An assignment node put out no value."),
  OUTPUT_TOO_LARGE("An output value is above 2 MB."),
  INPUT_MISSING("A value of an upstream node is not there, or has no such element."),
  INVALID_LOOP_CONDITION("END of a do-while said neither True nor False."),
  LOOP_LIMIT_EXCEEDED("END of a do-while said True after the last turn that is allowed."),
  LOOP_FAILED("A turn of a loop failed.");

  private final String meaning;

  RunError(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
