package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.run.Gap;
import io.weirworks.lineage.run.RunEvent;
import io.weirworks.lineage.run.evidence.EvidenceDecision.Word;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.table.TableUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Evidence with all that was told of it, as its adapter would tell it. */
final class Told {

  Evidence evidence;
  final List<Word> words = new ArrayList<>();

  Told(EvidenceOwner owner) {
    evidence = Evidence.of(owner);
  }

  void change(UnaryOperator<Evidence> change) {
    evidence = change.apply(evidence);
    boolean complete = false;
    while (!complete) {
      EvidenceDecision decision = EvidenceDecision.decide(evidence);
      words.addAll(decision.words());
      evidence = decision.after();
      complete = decision.complete();
    }
  }

  void hear(String... events) {
    Heard heard = Heard.of(List.of(events), 0);
    change(before -> before.heard(heard.runs(), heard.left()));
  }

  List<TableUpdate> updates() {
    return words.stream().flatMap(word -> word.updates().stream()).toList();
  }

  List<Gap.Code> gaps() {
    List<Gap.Code> codes = new ArrayList<>();
    for (Word word : words) {
      if (word instanceof Word.OfOurRun(RunEvent.Unobserved(var _, var _, Gap gap), var _)) {
        codes.add(gap.code());
      }
      if (word instanceof Word.OfOthers(EvidenceEvent.Missed(var _, var _, Gap gap), var _)) {
        codes.add(gap.code());
      }
    }
    return codes;
  }

  /** What a dataset was told by a writer at one place, put together. */
  record Said(Set<String> edges, Set<SchemaChange> changes, Set<Boolean> complete) {}

  /** What all datasets know in the end: words of the same place add up. */
  Map<String, Said> known() {
    Map<String, Said> known = new TreeMap<>();
    for (TableUpdate update : updates()) {
      Writer writer = update.writer();
      Confirmation by = update.by();
      Said said =
          known.computeIfAbsent(
              update.dataset() + "|" + writer + "|" + by,
              k -> new Said(new TreeSet<>(), new java.util.HashSet<>(), new TreeSet<>()));
      update.tableEdges().stream().map(Edge::key).forEach(said.edges()::add);
      update.columnEdges().stream().map(Edge::key).forEach(said.edges()::add);
      said.changes().addAll(update.schemaChanges());
      said.complete().add(update.complete());
    }
    // that a dataset was read, no more, says nothing of what it is made from
    known.values().removeIf(said -> said.equals(new Said(Set.of(), Set.of(), Set.of(false))));
    return known;
  }
}
