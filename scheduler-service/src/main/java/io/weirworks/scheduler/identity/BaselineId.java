package io.weirworks.scheduler.identity;

import java.util.UUID;

/** A baseline. */
public record BaselineId(UUID value) {

  /** The baseline of this name: defining it again changes it. */
  public static BaselineId of(String workspace, String name) {
    return new BaselineId(DerivedId.of("baseline", workspace, name));
  }
}
