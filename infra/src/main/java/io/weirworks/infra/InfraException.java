package io.weirworks.infra;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The broker or the database cannot be had. The message says what, where, which value and what
 * would be right; {@link #code()} is stable.
 */
public final class InfraException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** What went wrong, for programs. */
  public enum Code {
    /** A child process could not be started or ended at once. */
    PROCESS_NOT_STARTED,
    /** A signal could not be sent. */
    PROCESS_NOT_SIGNALLED,
    /** A server ended while it started, or did not answer in time. */
    SERVER_NOT_READY,
    /** A server's data could not be prepared for its first start. */
    SERVER_NOT_INSTALLED,
    /** Another program listens on the port that a server keeps. */
    PORT_IN_USE,
    /** Another process holds the lock of a folder. */
    FOLDER_LOCKED,
    /** The server was asked for something that needs it running. */
    NOT_RUNNING,
    /** The database refused a statement of ours. */
    DATABASE_REFUSED,
    /** A setting of the test run is missing or wrong. */
    WRONG_SETTING,
    /** A file or folder could not be read or written. */
    FILE
  }

  private final Code code;

  public InfraException(Code code, String message) {
    this(code, message, null);
  }

  public InfraException(Code code, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
