package io.weirworks.schemas;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The closed list of codes that say why something was refused or failed (DESIGN 2, "Command
 * rules"). On the wire a code is text, so that a reader older than a code still sees it; a code is
 * never renamed and never given another meaning.
 */
public enum ErrorCode {
  /** A field has a value that is not allowed. */
  INVALID_PARAMETER(Area.COMMAND, "InvalidParameter", "A field has a value that is not allowed."),
  /** A field that must be set is empty. */
  MISSING_PARAMETER(Area.COMMAND, "MissingParameter", "A field that must be set is empty."),
  /** What the command names does not exist. */
  NOT_FOUND(Area.COMMAND, "NotFound", "What the command names does not exist."),
  /** Another subject has the name, or changed at the same time. */
  CONFLICT(Area.COMMAND, "Conflict", "Another subject has the name already."),
  /** The state does not allow it. */
  OPERATION_DENIED(
      Area.COMMAND,
      "OperationDenied",
      "What the command names is in a state that does not allow it, such as cancelling what has ended."),
  /** The command, or what would follow from it, is larger than a record may be. */
  TOO_LARGE(
      Area.COMMAND,
      "TooLarge",
      "The command, or a record that would follow from it, is above the topic's size limit."),
  /** Source and id were used before, with another actor or content. */
  IDEMPOTENCY_KEY_REUSED(
      Area.COMMAND,
      "IdempotencyKeyReused",
      "ce_source and ce_id were used within 8 days by another actor or for another content."),
  /** What ce_after demands was not read in time. */
  NOT_YET_KNOWN(
      Area.COMMAND,
      "NotYetKnown",
      "What ce_after demands was not read within 30 s; the same command may be sent again under a new id."),
  /** ce_replyto does not name a reply topic. */
  INVALID_REPLY_TO(
      Area.COMMAND, "InvalidReplyTo", "ce_replyto does not name the service's reply topic."),

  /** The FlowSpec document cannot be read. */
  INVALID_SPEC(
      Area.DEFINITION,
      "InvalidSpec",
      "The FlowSpec document cannot be read, or a field of it has the wrong shape."),
  /** The FlowSpec document is of a version or kind that is not supported. */
  UNSUPPORTED_SPEC(
      Area.DEFINITION,
      "UnsupportedSpec",
      "The FlowSpec document is of a version or kind, or uses a feature, that is not supported."),
  /** The node type is unknown or not supported. */
  UNSUPPORTED_NODE_TYPE(
      Area.DEFINITION,
      "UnsupportedNodeType",
      "The node's command is unknown or not supported; Flink never is."),
  /** Two things of one document have the same name or id. */
  DUPLICATE_NAME(
      Area.DEFINITION, "DuplicateName", "Two things of one document have the same name or id."),
  /** Two nodes export the same output. */
  DUPLICATE_OUTPUT(
      Area.DEFINITION, "DuplicateOutput", "Several nodes cannot export the same output."),
  /** A reference names nothing. */
  UNKNOWN_REFERENCE(
      Area.DEFINITION,
      "UnknownReference",
      "A reference or dependency names nothing that the document or the workspace has."),
  /** Nodes depend on each other in a circle. */
  CYCLIC_DEPENDENCY(Area.DEFINITION, "CyclicDependency", "Nodes depend on each other in a circle."),
  /** The cron expression is wrong. */
  INVALID_CRON(
      Area.DEFINITION, "InvalidCron", "The cron expression is not six fields in their ranges."),
  /** The time zone is unknown. */
  INVALID_TIME_ZONE(
      Area.DEFINITION,
      "InvalidTimeZone",
      "The time zone is not an IANA zone such as Asia/Shanghai."),
  /** A parameter expression is wrong. */
  INVALID_EXPRESSION(
      Area.DEFINITION,
      "InvalidExpression",
      "A scheduling-parameter expression is not of the grammar of $… , ${…} and $[…]."),
  /** The script is too long. */
  SCRIPT_TOO_LONG(
      Area.DEFINITION, "ScriptTooLong", "The script is longer than its node type allows."),
  /** A node needs a computing resource that the workspace does not have. */
  UNKNOWN_COMPUTING_RESOURCE(
      Area.DEFINITION,
      "UnknownComputingResource",
      "The workspace has no computing resource of that name, or none or several where none is named."),
  /** The computing resource's type is not supported. */
  UNSUPPORTED_COMPUTING_RESOURCE(
      Area.DEFINITION,
      "UnsupportedComputingResource",
      "The computing resource's type is not supported, or cannot run the node's type."),

  /** The process ended with another exit code than 0. */
  EXIT_CODE_NOT_ZERO(
      Area.RUN, "ExitCodeNotZero", "The process ended with another exit code than 0."),
  /** A statement of the script failed. */
  STATEMENT_FAILED(Area.RUN, "StatementFailed", "The engine refused or failed a statement."),
  /** The engine could not be started or reached. */
  SUBMIT_FAILED(Area.RUN, "SubmitFailed", "The process or engine could not be started or reached."),
  /** The engine ended the application. */
  ENGINE_FAILED(Area.RUN, "EngineFailed", "The engine says that the application failed."),
  /** The run was longer than its time-out. */
  TIMED_OUT(
      Area.RUN,
      "TimedOut",
      "The run was longer than the node's time-out; no automatic rerun follows."),
  /** Nobody can say how the run ended. */
  RUN_LOST(
      Area.RUN,
      "RunLost",
      "The runner is gone and neither host nor engine can say how the run ended."),
  /** The node is frozen. */
  FROZEN(Area.RUN, "Frozen", "The node is frozen (recurrence Pause): it fails without running."),

  /** The statement is not of the grammar. */
  SYNTAX_ERROR(Area.LINEAGE, "SyntaxError", "The statement cannot be parsed."),
  /** The statement is of a kind whose lineage is not known. */
  UNSUPPORTED_STATEMENT(
      Area.LINEAGE,
      "UnsupportedStatement",
      "The statement moves data in a way whose lineage is not worked out."),
  /** Columns could not be resolved. */
  UNKNOWN_COLUMNS(
      Area.LINEAGE,
      "UnknownColumns",
      "Columns cannot be resolved, because the columns of a dataset are not known."),
  /** The text was not carried whole. */
  TEXT_NOT_CARRIED(
      Area.LINEAGE,
      "TextNotCarried",
      "The run's event carries the statement's hash and length only, or not even those."),
  /** The analysis took too long or too much. */
  ANALYSIS_LIMIT(
      Area.LINEAGE, "AnalysisLimit", "The analysis was given up at its limit of time or size.");

  /** Where a code occurs first of all; a code of a definition may also refuse a run. */
  public enum Area {
    /** Why a command was refused. */
    COMMAND,
    /** Why a definition was refused. */
    DEFINITION,
    /** Why a run failed. */
    RUN,
    /** Why lineage is not known. */
    LINEAGE
  }

  private final Area area;
  private final String code;
  private final String meaning;

  ErrorCode(Area area, String code, String meaning) {
    this.area = area;
    this.code = code;
    this.meaning = meaning;
  }

  /** Where the code occurs first of all. */
  public Area area() {
    return area;
  }

  /** The code on the wire, such as {@code NotFound}. */
  public String code() {
    return code;
  }

  /** What it means, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The code of this text, if this version of the contract has it. */
  public static Optional<ErrorCode> ofCode(String code) {
    return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
