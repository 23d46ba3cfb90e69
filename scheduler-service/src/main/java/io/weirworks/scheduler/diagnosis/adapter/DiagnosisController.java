package io.weirworks.scheduler.diagnosis.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.scheduler.diagnosis.Diagnosis;
import io.weirworks.scheduler.diagnosis.Finding;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Why a node instance does not run (dataworks-semantics 5.8). */
@Controller("/instances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DiagnosisController {

  private final StoredPatients patients;

  DiagnosisController(DataSource database) {
    this.patients = new StoredPatients(database);
  }

  /** UPSTREAM, SCHEDULED_TIME, RESOURCES or EXECUTION; PASSED, HERE or AHEAD. */
  @Serdeable
  record ToldStep(String step, String standing, String message) {

    static ToldStep of(Finding.Step step) {
      return new ToldStep(step.kind().name(), step.standing().name(), step.message());
    }
  }

  /** The contract's status, waitReason, waitOwner and deadline (RFC 3339) of an instance. */
  @Serdeable
  record ToldFinding(
      String nodeInstanceId,
      String node,
      String status,
      @Nullable String waitReason,
      @Nullable String waitOwner,
      @Nullable String deadline,
      String summary,
      List<ToldStep> steps) {

    static ToldFinding of(Finding finding) {
      return new ToldFinding(
          finding.id(),
          finding.node(),
          finding.status().name(),
          text(finding.reason()),
          text(finding.owner()),
          text(finding.deadline()),
          finding.summary(),
          finding.steps().stream().map(ToldStep::of).toList());
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }

  /** As {@link Diagnosis}. */
  @Serdeable
  record ToldDiagnosis(
      ToldFinding instance,
      List<ToldFinding> chain,
      List<ToldFinding> roots,
      int looked,
      boolean cut) {}

  /**
   * From the instance along the upstream that blocks it to where that begins: at most 1,000
   * instances are looked at, else {@code cut} is true.
   */
  @Get("/{id}/diagnosis")
  Optional<ToldDiagnosis> diagnosis(String id) {
    return Diagnosis.of(id, patients)
        .map(
            it ->
                new ToldDiagnosis(
                    ToldFinding.of(it.instance()),
                    it.chain().stream().map(ToldFinding::of).toList(),
                    it.roots().stream().map(ToldFinding::of).toList(),
                    it.looked(),
                    it.cut()));
  }
}
