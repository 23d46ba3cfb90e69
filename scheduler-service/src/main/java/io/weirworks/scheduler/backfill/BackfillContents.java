package io.weirworks.scheduler.backfill;

import java.time.LocalDate;
import java.util.List;

/** Which workflow instances a backfill has; the same whenever it is asked (R24). */
@FunctionalInterface
public interface BackfillContents {

  /** Those of a business date, always in the same order; none where the schedules have none. */
  List<BackfillInstance> on(LocalDate bizdate);
}
