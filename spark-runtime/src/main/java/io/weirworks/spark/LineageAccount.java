package io.weirworks.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of listening for lineage, in a file that is there from the application's start: who
 * finds it knows that openlineage-spark was to listen, and from its end on what was missed.
 */
final class LineageAccount {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The file's shape. */
  static final class Figures {
    /** False: the application did not come to its end. */
    public boolean finished;

    /** Events of Spark that openlineage-spark was not given. */
    public long skipped;

    /** Why it listened no more; null while nothing was wrong. */
    public @Nullable String failure;
  }

  private final Path file;
  private final Path events;
  private final Figures figures = new Figures();

  /**
   * @param file of this account
   * @param events that openlineage-spark writes
   */
  LineageAccount(Path file, Path events) {
    this.file = file;
    this.events = events;
  }

  synchronized void attached() {
    write();
  }

  synchronized void skip(int count) {
    figures.skipped += count;
  }

  /** Says that no more events are wanted; the first reason stays. */
  synchronized void close(String reason) {
    if (figures.failure == null) {
      figures.failure = reason;
      System.err.println("lineage of this application is incomplete: " + reason);
    }
  }

  synchronized boolean isClosed() {
    return figures.failure != null;
  }

  /** It writes an event at least when the application starts. */
  synchronized void finished() {
    if (!Files.isRegularFile(events)) {
      close("openlineage-spark wrote nothing to " + events.getFileName());
    }
    figures.finished = true;
    write();
  }

  long eventBytes() throws IOException {
    return Files.exists(events) ? Files.size(events) : 0;
  }

  private void write() {
    try {
      WholeFile.write(file, JSON.writeValueAsBytes(figures));
    } catch (IOException e) {
      System.err.println("the account of lineage cannot be written to " + file + ": " + e);
    }
  }
}
