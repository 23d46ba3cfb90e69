package io.weirworks.lineage.openlineage.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.openlineage.Refusal;

/**
 * Why an event was not taken.
 *
 * @param code NotJson, MissingField, InvalidField, TooLarge, Unauthorized, NoKeysConfigured, Busy
 *     or Unavailable
 * @param message what is wrong and what would be right
 * @param field JSON path of the value that is to blame; empty where it is none
 * @param value what it is
 */
@Serdeable
public record Answer(String code, String message, String field, String value) {

  static Answer of(Refusal refusal) {
    return new Answer(refusal.code().code(), refusal.message(), refusal.path(), refusal.value());
  }

  static Answer of(String code, String message) {
    return new Answer(code, message, "", "");
  }
}
