package io.weirworks.executor.nodetype;

/** Why a node's code is refused before anything starts: a closed list. */
public enum RefusalCode {
  /** No engine here runs this node type. */
  UNSUPPORTED_NODE_TYPE,
  /** There is nothing to run. */
  EMPTY_CODE,
  /** The code names a resource that does not exist. */
  UNKNOWN_RESOURCE,
  /** The code of an EMR_SPARK node is not one spark-submit command line. */
  INVALID_COMMAND_LINE,
  /** spark-submit has no such option, or not for running a job. */
  UNKNOWN_SPARK_OPTION,
  /** A Spark setting has a value with which nothing could start. */
  INVALID_SPARK_SETTING,
  /** The command line names neither jar nor script to run. */
  MISSING_MAIN_RESOURCE,
  /** The settings of a check node cannot be followed. */
  INVALID_CHECK
}
