package io.weirworks.standalone.simulate;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Time zones by the names that people and exports write. */
final class Zones {

  private Zones() {}

  /** The zone; exports also write {@code Asia/shanghai}, so letter case does not matter. */
  static Optional<ZoneId> named(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.equalsIgnoreCase(text))
          .findFirst()
          .map(ZoneId::of);
    }
  }
}
