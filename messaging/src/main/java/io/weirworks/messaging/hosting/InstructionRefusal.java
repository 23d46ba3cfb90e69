package io.weirworks.messaging.hosting;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.messaging.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Why an instruction was not taken.
 *
 * @param code stable code from the contract's list
 * @param field what is to blame, if one is
 */
@Serdeable
public record InstructionRefusal(
    String code, String message, @Nullable String field, @Nullable String value) {

  static InstructionRefusal of(Rejection rejection) {
    return new InstructionRefusal(
        rejection.code(), rejection.message(), rejection.field(), rejection.value());
  }
}
