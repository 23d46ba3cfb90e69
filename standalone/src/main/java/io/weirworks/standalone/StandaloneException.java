package io.weirworks.standalone;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for cannot be done. The message says what, where, which value and what would be
 * right; {@link #code()} is stable.
 */
public final class StandaloneException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** What went wrong, for programs. */
  public enum Code {
    /** No outside command of the contract has this name. */
    UNKNOWN_COMMAND_TYPE(true),
    /** The JSON is none, or does not fit the record. */
    WRONG_JSON(true),
    /** An argument or option has a value that cannot be. */
    WRONG_ARGUMENT(true),
    /** The contract has no topic of this name. */
    UNKNOWN_TOPIC(true),
    /** A scheduling expression, time or zone was refused. */
    WRONG_EXPRESSION(true),
    /** A FlowSpec document was refused. */
    WRONG_SPEC(false),
    /** The platform is not up. */
    NOT_RUNNING(false),
    /** The platform runs with other settings than those asked for. */
    RUNS_DIFFERENTLY(false),
    /** A process of the platform ended, or was not ready in time. */
    NOT_READY(false),
    /** A topic of the contract does not exist on this broker. */
    TOPIC_MISSING(false),
    /** No reply came in time. */
    NO_REPLY(false),
    /** A command was rejected; the message has the reply's own code. */
    REJECTED(false),
    /** A flow that was followed ended otherwise than by success. */
    FLOW_FAILED(false),
    /** Nothing of a flow that was followed has moved for long. */
    NO_PROGRESS(false),
    /** A flow succeeded, but what it was to write is not there. */
    REPORT_MISSING(false),
    /** A flow succeeded, but its lineage did not come or does not lead where it must. */
    LINEAGE_MISSING(false),
    /** A metastore could not be asked, or not to the end. */
    CRAWL_FAILED(false),
    /** The values of a table's columns could not be counted. */
    PROFILE_FAILED(false),
    /** Nothing of this name or id is known. */
    NOT_FOUND(false),
    /** A file could not be read or written. */
    FILE(false);

    private final boolean wrongUse;

    Code(boolean wrongUse) {
      this.wrongUse = wrongUse;
    }

    /** Whether the caller asked for something that can never be; else it failed. */
    public boolean wrongUse() {
      return wrongUse;
    }
  }

  private final Code code;

  public StandaloneException(Code code, String message) {
    this(code, message, null);
  }

  public StandaloneException(Code code, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
