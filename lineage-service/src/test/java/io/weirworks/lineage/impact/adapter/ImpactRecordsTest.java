package io.weirworks.lineage.impact.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.impact.Bounded;
import io.weirworks.lineage.impact.Cause;
import io.weirworks.lineage.impact.Impact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImpactRecordsTest {

  @ParameterizedTest
  @EnumSource
  void whatWasFoundIsToldAsItWasFound(Cause cause) {
    // given
    Job job = new Job("demo", "flights.report");
    Impact found =
        new Impact(
            new Impact.Subject("impact-1", "wi-1", cause, "ni-1"),
            new Bounded<>(List.of(new ColumnNode("d.t", "*"), new ColumnNode("d.t", "x")), 501),
            new Bounded<>(List.of(new Impact.Table("d.u", 1)), 700),
            new Bounded<>(List.of(new Impact.Column(new ColumnNode("d.u", "y"), 2)), 90_000),
            new Bounded<>(
                List.of(new Impact.Owned(job, "user:ada"), new Impact.Owned(job, null)), 2),
            new Bounded<>(
                List.of(
                    new Impact.Instance(
                        "ni-2", "wi-2", "demo", "flights", "report", "2001-01-02", Instant.EPOCH)),
                1),
            new Bounded<>(List.of(new Impact.Baseline("b-1", "demo", "morning", 7)), 1),
            Instant.EPOCH.plusMillis(5));

    // when / then
    assertThat(ImpactRecords.domain(ImpactRecords.command(found))).isEqualTo(found);
  }
}
