package io.weirworks.executor.runner.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.executor.database.adapter.ExecutorDatabase;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import io.weirworks.executor.runlog.LogChunk;
import io.weirworks.executor.runlog.LogLimits;
import io.weirworks.executor.runlog.LogStream;
import io.weirworks.executor.runlog.LogTail;
import io.weirworks.executor.runlog.SecretMask;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The log of a run of this host, piece by piece. */
@Controller("/runs/{id}/log")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunLogController {

  private final ExecutorDatabase database;
  private final LocalProcessEngine engine;

  RunLogController(ExecutorDatabase database, LocalProcessEngine engine) {
    this.database = database;
    this.engine = engine;
  }

  private record Place(int attempt, long epoch, boolean ended) {}

  /**
   * A piece of a log.
   *
   * @param offset of its first byte in the stream
   * @param nextOffset where the next piece begins
   * @param complete whether the run has ended and nothing follows
   * @param text UTF-8, secrets masked, at most 64 KiB
   */
  @Serdeable
  record LogPiece(
      String runId, String stream, long offset, long nextOffset, boolean complete, String text) {}

  /**
   * The piece at an offset, or behind an omission the next one; empty where nothing was written
   * since.
   *
   * @param id of the run
   * @param stream stdout or stderr
   * @param offset where the last piece ended, or 0
   * @return the piece
   */
  @Get
  Optional<LogPiece> read(
      String id,
      @QueryValue(defaultValue = "stdout") String stream,
      @QueryValue(defaultValue = "0") long offset)
      throws SQLException, IOException {
    LogStream name = stream(stream);
    if (offset < 0) {
      throw badRequest("offset %d must not be negative".formatted(offset));
    }
    Optional<Place> place = place(id);
    return place.isEmpty() ? Optional.empty() : Optional.of(piece(id, place.get(), name, offset));
  }

  private LogPiece piece(String id, Place place, LogStream name, long offset) throws IOException {
    EngineTag tag = new EngineTag(UUID.fromString(id), place.attempt(), place.epoch());
    RunPaths paths = engine.directory(tag).paths();
    LogTail tail =
        new LogTail(
            name == LogStream.STDOUT ? paths.stdout() : paths.stderr(),
            tag.run(),
            tag.attempt(),
            name,
            SecretMask.NONE,
            LogLimits.DEFAULT);
    String stream = name.name().toLowerCase(java.util.Locale.ROOT);
    Optional<LogChunk> chunk = tail.next(offset, place.ended());
    return chunk
        .map(
            found ->
                new LogPiece(
                    id,
                    stream,
                    found.offset(),
                    found.end(),
                    false,
                    UTF_8.decode(found.bytes()).toString()))
        .orElseGet(() -> new LogPiece(id, stream, offset, offset, place.ended(), ""));
  }

  private Optional<Place> place(String id) throws SQLException {
    return database.use(
        jdbc ->
            jdbc
                .select(
                    "SELECT r.attempt, COALESCE(c.epoch, r.epoch) AS epoch, r.ended_at"
                        + " FROM run r LEFT JOIN claim c ON c.run = r.id WHERE r.id = ?"
                        + " AND r.status <> 'REFUSED'",
                    row ->
                        new Place(
                            row.getInt("attempt"),
                            row.getLong("epoch"),
                            row.getObject("ended_at") != null),
                    id)
                .stream()
                .findFirst());
  }

  private static LogStream stream(String text) {
    return switch (text) {
      case "stdout" -> LogStream.STDOUT;
      case "stderr" -> LogStream.STDERR;
      default -> throw badRequest("stream '%s' must be stdout or stderr".formatted(text));
    };
  }

  private static HttpStatusException badRequest(String message) {
    return new HttpStatusException(HttpStatus.BAD_REQUEST, message);
  }
}
