package io.weirworks.schemas;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * One released schema.
 *
 * @param id its id on the wire, the same for ever
 * @param subject the record's full name
 * @param version 1, 2, 3 … within the subject, in the order of release
 * @param schema the schema as released, with its documentation
 */
public record SchemaVersion(int id, String subject, int version, Schema schema) {

  private static final String TOPIC = "topic";

  /**
   * The topic on which the record is a value, such as {@code weirworks.scheduler.commands}; empty
   * when it is a value on no topic, or on one of each service (replies).
   */
  public Optional<Topic> topic() {
    return Optional.ofNullable(schema.getProp(TOPIC)).flatMap(Topics::byName);
  }
}
