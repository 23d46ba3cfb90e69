package io.weirworks.scheduler.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.diagnosis.Finding.Kind;
import io.weirworks.scheduler.diagnosis.Finding.Standing;
import io.weirworks.scheduler.instance.InstanceStatus;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.instance.WaitOwner;
import io.weirworks.scheduler.instance.WaitReason;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From "waiting" to the root cause (dataworks-semantics 5.8). */
class DiagnosisTest {
  private static final Instant LATER = Instant.parse("2025-11-01T06:00:00Z");

  private final Map<String, Patient> stored = new HashMap<>();

  private void waits(String id, WaitReason reason, String... blockedBy) {
    put(
        id,
        InstanceStatus.NOT_RUN,
        new Wait(reason, LATER),
        reason == WaitReason.FROZEN,
        blockedBy);
  }

  private void failed(String id) {
    put(id, InstanceStatus.FAILURE, null, false);
  }

  private void put(
      String id, InstanceStatus status, @Nullable Wait wait, boolean frozen, String... blockedBy) {
    boolean bad = status == InstanceStatus.FAILURE;
    stored.put(
        id,
        new Patient(
            id,
            "node-" + id,
            status,
            wait,
            List.of(blockedBy),
            frozen,
            LATER,
            1,
            bad ? "NonZeroExit" : null,
            bad ? "exit 3" : null));
  }

  private Diagnosis diagnose(String id) {
    return Diagnosis.of(id, this::find).orElseThrow();
  }

  private Collection<Patient> find(Collection<String> ids) {
    return ids.stream().map(stored::get).filter(Objects::nonNull).toList();
  }

  @Test
  void theWalkLeadsThroughWaitingUpstreamToTheFailureWhereItBegins() {
    // given: d waits for c, c for b, b failed
    waits("d", WaitReason.UPSTREAM, "c");
    waits("c", WaitReason.UPSTREAM, "b");
    failed("b");
    // when
    Diagnosis diagnosis = diagnose("d");
    // then
    assertThat(diagnosis.chain()).extracting(Finding::id).containsExactly("d", "c", "b");
    assertThat(diagnosis.roots())
        .singleElement()
        .satisfies(
            root -> {
              assertThat(root.id()).isEqualTo("b");
              assertThat(root.owner()).isEqualTo(WaitOwner.OPERATOR);
              assertThat(root.summary()).contains("NonZeroExit", "exit 3", "Rerun it");
            });
    assertThat(diagnosis.cut()).isFalse();
  }

  @Test
  void severalRootsAreToldNearestFirstAndAFrozenOneIsARootThatIsBlockedToo() {
    // given
    waits("d", WaitReason.UPSTREAM, "b", "c");
    waits("b", WaitReason.FROZEN, "a");
    waits("c", WaitReason.RESOURCE);
    waits("a", WaitReason.SCHEDULED_TIME);
    // when
    Diagnosis diagnosis = diagnose("d");
    // then
    assertThat(diagnosis.roots()).extracting(Finding::id).containsExactly("b", "c", "a");
    assertThat(diagnosis.chain()).extracting(Finding::id).containsExactly("d", "b");
    assertThat(diagnosis.roots().getFirst().summary()).contains("unfreeze");
  }

  @Test
  void whatWaitsForAnInstanceThatNeverComesIsTheRoot() {
    // given
    waits("d", WaitReason.UPSTREAM, "c");
    waits("c", WaitReason.UPSTREAM_NEVER, "none");
    // when
    Diagnosis diagnosis = diagnose("d");
    // then
    assertThat(diagnosis.chain()).extracting(Finding::id).containsExactly("d", "c");
    assertThat(diagnosis.roots().getFirst().owner()).isEqualTo(WaitOwner.OPERATOR);
  }

  @Test
  void theWalkLooksAtABoundedNumberOfInstancesAndSaysSo() {
    // given: a chain of 1,500
    IntStream.range(0, 1500).forEach(i -> waits("n" + i, WaitReason.UPSTREAM, "n" + (i + 1)));
    failed("n1500");
    // when
    Diagnosis diagnosis = diagnose("n0");
    // then
    assertThat(diagnosis.looked()).isEqualTo(Diagnosis.MOST);
    assertThat(diagnosis.cut()).isTrue();
    assertThat(diagnosis.roots()).isEmpty();
    assertThat(diagnose("n600").roots()).extracting(Finding::id).containsExactly("n1500");
  }

  @ParameterizedTest
  @CsvSource({
    "UPSTREAM,        UPSTREAM,       UPSTREAM",
    "UPSTREAM_NEVER,  UPSTREAM,       OPERATOR",
    "ISOLATED,        UPSTREAM,       OPERATOR",
    "SCHEDULED_TIME,  SCHEDULED_TIME, CLOCK",
    "SIGNAL,          SCHEDULED_TIME, EXTERNAL_SIGNAL",
    "RERUN_INTERVAL,  SCHEDULED_TIME, CLOCK",
    "FROZEN,          SCHEDULED_TIME, OPERATOR",
    "EXECUTOR,        RESOURCES,      EXECUTOR",
    "EXECUTOR_SILENT, RESOURCES,      EXECUTOR",
    "RESOURCE,        RESOURCES,      EXECUTOR",
    "RUN_END,         EXECUTION,      ENGINE",
    "RUN_UNCONFIRMED, EXECUTION,      EXECUTOR",
    "CANCELLATION,    EXECUTION,      EXECUTOR",
    "LOOP_END,        EXECUTION,      ITERATIONS"
  })
  void eachWaitStandsAtOneOfTheFourStepsAndHasAnOwner(
      WaitReason reason, Kind step, WaitOwner owner) {
    // given
    waits("a", reason);
    // when
    Finding finding = diagnose("a").instance();
    // then
    assertThat(finding.owner()).isEqualTo(owner);
    assertThat(finding.steps()).hasSize(4);
    assertThat(finding.steps())
        .filteredOn(it -> it.standing() == Standing.HERE)
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(step));
  }

  @ParameterizedTest
  @EnumSource(WaitReason.class)
  void everyReasonIsPutInWords(WaitReason reason) {
    waits("a", reason);
    assertThat(diagnose("a").instance().summary()).isNotBlank();
  }

  @Test
  void whatHasSucceededHasNoRoot() {
    put("a", InstanceStatus.SUCCESS, null, false);
    assertThat(diagnose("a").roots()).isEmpty();
    assertThat(diagnose("a").instance().summary()).isEqualTo("It has succeeded.");
    assertThat(Diagnosis.of("none", this::find)).isEmpty();
  }
}
