package io.weirworks.executor.runlog;

/** Which of its two streams a child wrote to. */
public enum LogStream {
  STDOUT,
  STDERR
}
