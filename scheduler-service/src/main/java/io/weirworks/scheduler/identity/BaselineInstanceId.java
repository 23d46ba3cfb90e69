package io.weirworks.scheduler.identity;

import java.time.LocalDate;
import java.util.UUID;

/** What a baseline watches for one business date, or for one cycle of it. */
public record BaselineInstanceId(UUID value) {

  /**
   * The instance of a baseline.
   *
   * @param cycle from 1
   */
  public static BaselineInstanceId of(BaselineId baseline, LocalDate bizdate, int cycle) {
    return new BaselineInstanceId(
        DerivedId.of(
            "baseline-instance",
            baseline.value().toString(),
            bizdate.toString(),
            Integer.toString(cycle)));
  }
}
