package io.weirworks.messaging.client;

import com.fasterxml.uuid.Generators;
import io.weirworks.schemas.Service;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A command from outside.
 *
 * @param to the service that decides it
 * @param id idempotency key within the source: the same one again has no second effect
 * @param key record key; a foreign one costs a forwarding, no more
 * @param workspace {@code ce_workspace}, where it is known
 */
public record Command(
    Service to,
    String id,
    String source,
    String actor,
    String key,
    @Nullable String workspace,
    SpecificRecord value) {

  /** A command with an id of its own, a UUIDv7. */
  public static Command of(
      Service to,
      String source,
      String actor,
      String key,
      @Nullable String workspace,
      SpecificRecord value) {
    String id = Generators.timeBasedEpochGenerator().generate().toString();
    return new Command(to, id, source, actor, key, workspace, value);
  }
}
