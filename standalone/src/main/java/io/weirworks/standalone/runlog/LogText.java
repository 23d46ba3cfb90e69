package io.weirworks.standalone.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.executor.LogChunk;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts the pieces of a node instance's log together: a piece that comes again adds nothing, and
 * what is missing is told.
 */
final class LogText {

  private record Place(String run, String stream) {}

  private final Map<Place, Long> next = new HashMap<>();
  private int attempt;

  /** What this piece adds, to be printed after all before it. */
  byte[] add(LogChunk piece) {
    Place place = new Place(piece.getRunId(), piece.getStream().name());
    long expected = next.getOrDefault(place, 0L);
    ByteBuffer data = piece.getData().duplicate();
    long end = piece.getOffset() + data.remaining();
    if (end <= expected) {
      return new byte[0];
    }
    next.put(place, end);
    String before = heading(piece) + gap(piece, expected);
    data.position(data.position() + (int) Math.max(0, expected - piece.getOffset()));
    byte[] heading = before.getBytes(UTF_8);
    return ByteBuffer.allocate(heading.length + data.remaining()).put(heading).put(data).array();
  }

  private String heading(LogChunk piece) {
    if (piece.getAttempt() == attempt) {
      return "";
    }
    attempt = piece.getAttempt();
    return "== attempt %d, run %s%n".formatted(attempt, piece.getRunId());
  }

  private static String gap(LogChunk piece, long expected) {
    return piece.getOffset() <= expected
        ? ""
        : "== %d bytes of %s are missing%n"
            .formatted(piece.getOffset() - expected, piece.getStream());
  }
}
