package io.weirworks.lineage.run.evidence;

import static io.weirworks.lineage.run.evidence.Events.OURS;
import static io.weirworks.lineage.run.evidence.Events.event;
import static io.weirworks.lineage.run.evidence.Events.id;
import static io.weirworks.lineage.run.evidence.Events.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.run.Gap;
import io.weirworks.lineage.table.TableUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When what an engine told counts, and as whose word. */
class EvidenceDecisionTest {

  private static final EvidenceOwner OTHERS = new EvidenceOwner.Others(id(1));

  private static List<String> edges(Told told) {
    return told.updates().stream()
        .flatMap(update -> update.tableEdges().stream())
        .map(edge -> edge.source().id() + ">" + edge.target().id())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "RUNNING", "FAIL", "ABORT", "OTHER"})
  void runThatDidNotCompleteConfirmsNothing(String type) {
    Told told = new Told(OTHERS);
    told.hear(event(type, 1, 1, "in d.a", "col d.a.x>d.b.y"));

    assertThat(told.words).isEmpty();
  }

  @Test
  void completionReleasesWhatAllEventsOfTheRunSaid() {
    // given
    Told told = new Told(OTHERS);
    told.hear(event("START", 1, 1, "in d.a", "out d.b"));
    told.hear(event("RUNNING", 1, 2, "in d.c"));

    // when
    told.hear(event("COMPLETE", 1, 3, "out d.b"));

    // then
    assertThat(edges(told)).containsExactlyInAnyOrder("d.a>d.b", "d.c>d.b");
    TableUpdate update = told.updates().getFirst();
    assertThat(update.writer()).isEqualTo(new Writer(new Job("ns", "job1"), KnownBy.RUNTIME));
    assertThat(update.by())
        .isEqualTo(new Confirmation(id(1), 0, Instant.parse("2026-11-20T06:00:03Z")));
    assertThat(update.complete()).isTrue();
  }

  @Test
  void partAfterTheWholeTakesNothingAway() {
    // given
    Told told = new Told(OTHERS);
    told.hear(event("COMPLETE", 1, 3, "in d.a", "col d.a.x>d.b.y"));
    int before = told.words.size();

    // when
    told.hear(event("RUNNING", 1, 2, "out d.b"));

    // then
    assertThat(told.words).as("it says nothing new").hasSize(before);
    assertThat(told.evidence.runs().values())
        .allSatisfy(run -> assertThat(run.columnEdges()).hasSize(1));
  }

  @Test
  void failureBesideACompletionIsNoFailure() {
    Told told = new Told(OTHERS);
    told.hear(event("FAIL", 1, 2, "in d.a"), event("COMPLETE", 1, 3, "out d.b"));

    assertThat(edges(told)).containsExactly("d.a>d.b");
  }

  @Test
  void wordOfAParentsJobAddsAndReplacesNothing() {
    Told told = new Told(OTHERS);
    told.hear(event("COMPLETE", 1, 3, "in d.a", "out d.b", "parent"));

    assertThat(told.updates())
        .allSatisfy(
            update -> {
              assertThat(update.writer().job()).isEqualTo(new Job("ns", "dag.task"));
              assertThat(update.complete()).isFalse();
            });
  }

  @Test
  void ourRunsEvidenceWaitsForItsSuccess() {
    // given
    Told told = new Told(OURS);
    told.hear(
        event("COMPLETE", 1, 3, "in d.a", "out d.b", "sql INSERT INTO d.b SELECT x FROM d.a"));
    assertThat(told.words).isEmpty();

    // when
    told.change(
        before -> before.decided(succeeded("SELECT 1", "INSERT INTO d.b SELECT x FROM d.a ;")));

    // then
    TableUpdate update = told.updates().getFirst();
    assertThat(update.writer())
        .isEqualTo(new Writer(new Job("demo", "flow.node"), KnownBy.RUNTIME));
    assertThat(update.by())
        .as("where the same text stands in the script")
        .isEqualTo(new Confirmation(Events.RUN, 1, Instant.parse("2026-11-20T06:30:00Z")));
    assertThat(update.complete()).isTrue();
  }

  @Test
  void whatComesAfterTheSuccessIsToldAtOnce() {
    Told told = new Told(OURS);
    told.change(before -> before.decided(succeeded("SELECT 1")));
    told.hear(event("COMPLETE", 1, 3, "in d.a", "out d.b"));

    assertThat(edges(told)).containsExactly("d.a>d.b");
    assertThat(told.updates().getFirst().by().statementIndex())
        .as("behind the script, of which it is not")
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void runOfOursThatFailedConfirmsNothingNeitherBeforeNorAfter() {
    Told told = new Told(OURS);
    told.hear(event("COMPLETE", 1, 3, "in d.a", "out d.b"));
    told.change(before -> before.decided(new Deciding.DidNotSucceed()).emptied());
    told.hear(event("COMPLETE", 2, 3, "in d.a", "out d.b"));

    assertThat(told.words).isEmpty();
    assertThat(told.evidence.runs()).isEmpty();
  }

  @Test
  void applicationsStatementsWait() {
    Told told = new Told(new EvidenceOwner.Application(Events.WORKFLOW_INSTANCE, id(9)));
    told.hear(event("COMPLETE", 1, 3, "in d.a", "out d.b"));

    assertThat(told.words).isEmpty();
  }

  @Test
  void partsOfOneStatementAreOneWord() {
    // given
    String text = "sql INSERT INTO d.b SELECT x FROM d.a";
    Told told = new Told(OURS);
    told.hear(
        event("COMPLETE", 1, 3, "in d.a", text),
        event("COMPLETE", 2, 4, "in d.c", "out d.b", text));

    // when
    told.change(before -> before.decided(succeeded("INSERT INTO d.b SELECT x FROM d.a")));

    // then
    assertThat(told.words).hasSize(1);
    assertThat(told.updates().stream().flatMap(u -> u.tableEdges().stream()).distinct())
        .extracting(TableEdge::key)
        .as("an output is made from the inputs of its own part")
        .containsExactly("d.c\nd.b");
  }

  @Test
  void oldEnginesColumnsAreLeftOutAndThatIsToldOnce() {
    Told told = new Told(OURS);
    told.hear(event("COMPLETE", 1, 3, "in d.a", "col d.a.x>d.b.y", "spark 2.4.8"));
    told.hear(event("COMPLETE", 2, 4, "in d.a", "col d.a.x>d.c.y", "spark 2.4.8"));
    told.change(before -> before.decided(succeeded()));
    told.hear(event("COMPLETE", 3, 5, "in d.a", "col d.a.x>d.d.y", "spark 2.4.8"));

    assertThat(edges(told)).containsExactlyInAnyOrder("d.a>d.b", "d.a>d.c", "d.a>d.d");
    assertThat(told.updates())
        .allSatisfy(update -> assertThat(update.columnEdges()).isEmpty())
        .allSatisfy(update -> assertThat(update.complete()).isFalse());
    assertThat(told.gaps()).containsExactly(Gap.Code.ENGINE_TELLS_TABLES_ONLY);
  }

  @ParameterizedTest
  @CsvSource({
    "EMR-3.43.0, sql INSERT, false",
    "EMR-3.43.1, sql INSERT, true",
    "EMR-5.7.9, in d.c, false",
    "EMR-5.8.0, in d.c, true"
  })
  void releaseOfEmrDecidesWhereTheRunsTagTellsIt(String release, String part, boolean columns) {
    Told told = new Told(OURS);
    told.hear(
        event(
            "COMPLETE", 1, 3, "in d.a", "col d.a.x>d.b.y", "spark 3.3.1", "emr " + release, part));
    told.change(before -> before.decided(succeeded()));

    assertThat(edges(told)).contains("d.a>d.b");
    assertThat(told.updates().stream().anyMatch(update -> !update.columnEdges().isEmpty()))
        .isEqualTo(columns);
  }

  @Test
  void whatIsBeyondTheBoundIsLeftOutAndTold() {
    // given
    Told told = new Told(OURS);
    List<String> many = new ArrayList<>();
    for (int i = 0; i < Evidence.MOST_RUNS + 5; i++) {
      many.add(event("COMPLETE", i, 3, "in d.a", "out d.b" + i));
    }

    // when
    told.hear(many.toArray(String[]::new));
    told.change(before -> before.decided(succeeded()));

    // then
    assertThat(told.evidence.runs()).hasSize(Evidence.MOST_RUNS);
    assertThat(told.gaps()).containsExactly(Gap.Code.ENGINE_EVIDENCE_TOO_LARGE);
    assertThat(told.updates()).noneMatch(TableUpdate::complete);
  }

  @Test
  void eventsThatWereDroppedOrCannotBeReadAreAGap() {
    Told told = new Told(OURS);
    told.hear("{", event("COMPLETE", 1, 3, "in d.a", "col d.a.x>d.b.y"));
    told.change(before -> before.decided(succeeded()));

    assertThat(told.gaps()).containsExactly(Gap.Code.ENGINE_EVENTS_DROPPED);
    assertThat(told.updates())
        .flatExtracting(TableUpdate::columnEdges)
        .containsOnly(
            new ColumnEdge(
                "d.a", "x", "d.b", "y", io.weirworks.lineage.dataset.Flow.IDENTITY, null, false));
  }
}
