package io.weirworks.scheduler.dependency;

import java.time.LocalDate;
import java.util.Optional;

/** A node's instances, day by day. */
public interface Plans {

  /** Those of a day, which may be none. */
  Side on(LocalDate day);

  /** The last day before this one on which it has instances. */
  Optional<LocalDate> lastDayBefore(LocalDate day);
}
