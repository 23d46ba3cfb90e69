package io.weirworks.messaging.shard;

import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.UndecodableException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads records before a transaction begins, and says which of them a shard must stop before: an
 * undecodable record from outside goes to the dead letters at any rate; one of our own is never
 * dead-lettered; an unknown type of event is skipped (DESIGN 2).
 */
final class Screening {

  /** How long commands wait for an answer about their schema. */
  private static final Duration SCHEMA_PATIENCE = Duration.ofSeconds(60);

  /** An input, or why the shard stops before this record. */
  sealed interface Screened {
    record Open(Input.Polled input) implements Screened {}

    record Closed(Input.Polled input, String reason) implements Screened {}
  }

  private record Place(String topic, int partition, long offset) {}

  private final Routes routes;
  private final RecordReader reader;
  private final Map<Place, Long> pendingSince = new HashMap<>();

  Screening(Routes routes, RecordReader reader) {
    this.routes = routes;
    this.reader = reader;
  }

  Reading read(ArrivedRecord record) {
    Reading reading = reader.read(record);
    if (reading instanceof Reading.Removed && routes.origin(record.topic()) != Origin.STATE) {
      return new Reading.NotUnderstood("NoValue", "only a state record may be without a value");
    }
    return reading;
  }

  Screened screen(ArrivedRecord record) {
    Reading reading = read(record);
    Origin origin = routes.origin(record.topic());
    return switch (reading) {
      case Reading.Understood _, Reading.Removed _ -> open(record, reading);
      case Reading.NotUnderstood(String cause, String detail) ->
          stopsBefore(origin, cause)
              ? closed(record, reading, cause + ": " + detail)
              : open(record, reading);
      case Reading.SchemaPending(int id) ->
          origin == Origin.COMMANDS && waitedTooLong(record)
              ? open(
                  record,
                  new Reading.NotUnderstood(
                      Reason.UNKNOWN_SCHEMA_ID.name(), "no answer about schema id " + id))
              : closed(record, reading, "schema id " + id + " is not known yet");
    };
  }

  private static Screened open(ArrivedRecord record, Reading reading) {
    return new Screened.Open(new Input.Polled(record, reading));
  }

  private static Screened closed(ArrivedRecord record, Reading reading, String reason) {
    return new Screened.Closed(new Input.Polled(record, reading), reason);
  }

  private static boolean stopsBefore(Origin origin, String cause) {
    return switch (origin) {
      case COMMANDS -> false;
      case INTERNAL -> true;
      case EVENTS, STATE -> !cause.equals(Reason.UNKNOWN_TYPE.name());
    };
  }

  private boolean waitedTooLong(ArrivedRecord record) {
    Place place = new Place(record.topic(), record.partition(), record.offset());
    pendingSince.keySet().removeIf(other -> isBehind(other, place));
    long since =
        Optional.ofNullable(pendingSince.putIfAbsent(place, System.nanoTime()))
            .orElseGet(System::nanoTime);
    return System.nanoTime() - since > SCHEMA_PATIENCE.toNanos();
  }

  private static boolean isBehind(Place other, Place place) {
    return other.topic().equals(place.topic())
        && other.partition() == place.partition()
        && other.offset() < place.offset();
  }
}
