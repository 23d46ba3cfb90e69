package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of what a dataset is made from. Everything in it is the latest or the first of
 * what was heard, so words commute and repeat without effect (R55).
 *
 * <p>A dataset's row holds at most {@value #MOST} edges and of what is no longer current the
 * {@value #LAPSED} latest versions. Beyond them only this is lost there: what is left out is not
 * shown, and the first word of a version that comes back is not known.
 *
 * @param all by writer and version, latest word first
 * @param completed each writer's latest complete word
 * @param dropped when the dataset was dropped last; null: never
 * @param truncated whether current words were left out
 */
public record Words(
    List<Word> all, List<Completed> completed, @Nullable Confirmation dropped, boolean truncated) {

  /** Keeps a dataset's row within what is read and written often. */
  static final int MOST = 4_000;

  static final int LAPSED = 32;

  /** Writers that are remembered though nothing that they said is kept. */
  private static final int SILENT = 1_000;

  public static final Words NONE = new Words(List.of(), List.of(), null, false);

  private static final Comparator<Word> LATEST_FIRST =
      Comparator.comparing((Word word) -> word.saidBy().last())
          .reversed()
          .thenComparing(word -> word.version().hash())
          .thenComparing(word -> word.writer().key());

  /** A writer's latest word that leaves nothing of its run unknown. */
  public record Completed(Writer writer, Confirmation at) {}

  /** In any order, each writer and version once. */
  public static Words of(
      List<Word> all, List<Completed> completed, @Nullable Confirmation dropped) {
    return new Words(all.stream().sorted(LATEST_FIRST).toList(), completed, dropped, false);
  }

  public Words {
    all = List.copyOf(all);
    completed = List.copyOf(completed);
  }

  /** With a word; a version that says nothing only completes. */
  public Words with(Writer writer, Version version, Confirmation by, boolean complete) {
    Words after = complete ? withCompleted(new Completed(writer, by)) : this;
    return version.saysNothing()
        ? after
        : after.withWord(new Word(version, new Provenance(writer, by, by)));
  }

  public Words withDrop(Confirmation by) {
    return new Words(all, completed, dropped == null ? by : dropped.later(by), truncated);
  }

  private Words withCompleted(Completed newest) {
    List<Completed> others = new ArrayList<>(completed);
    Confirmation before = completedBy(newest.writer);
    others.removeIf(one -> one.writer.equals(newest.writer));
    others.add(before == null ? newest : new Completed(newest.writer, before.later(newest.at)));
    return new Words(all, others, dropped, truncated);
  }

  private Words withWord(Word said) {
    List<Word> others = new ArrayList<>(all);
    Word merged = said;
    for (Word word : all) {
      if (word.isOf(said.writer(), said.version().hash())) {
        others.remove(word);
        merged = new Word(word.version(), word.saidBy().and(said.saidBy()));
      }
    }
    others.add(merged);
    others.sort(LATEST_FIRST);
    return new Words(others, completed, dropped, truncated);
  }

  private @Nullable Confirmation completedBy(Writer writer) {
    return completed.stream()
        .filter(one -> one.writer.equals(writer))
        .map(Completed::at)
        .findFirst()
        .orElse(null);
  }

  /** Whether what a writer said is what it says, of a dataset that was not dropped since. */
  public boolean isCurrent(Word word) {
    Confirmation last = word.saidBy().last();
    Confirmation complete = completedBy(word.writer());
    return (complete == null || !last.isOfRunBefore(complete))
        && (dropped == null || last.compareTo(dropped) > 0);
  }

  /** The words that count, latest first. */
  public List<Word> current() {
    return all.stream().filter(this::isCurrent).toList();
  }

  /** The same, and an empty word of each writer that writes without reading. */
  public List<Word> writing() {
    List<Word> words = new ArrayList<>(current());
    for (Completed one : completed) {
      boolean speaks = words.stream().anyMatch(word -> word.writer().equals(one.writer));
      if (!speaks && (dropped == null || one.at.compareTo(dropped) > 0)) {
        words.add(new Word(Version.NOTHING, new Provenance(one.writer, one.at, one.at)));
      }
    }
    return words;
  }

  /** What counts and since when; the same for words that only confirm. */
  Set<Word> sinceWhen() {
    return current().stream()
        .map(
            word ->
                new Word(
                    Version.named(word.version().hash()),
                    new Provenance(word.writer(), word.saidBy().first(), word.saidBy().first())))
        .collect(Collectors.toSet());
  }

  /** When its writer first said an event's version; empty where it says nothing. */
  Optional<Confirmation> firstWord(TableEvent.Told told) {
    return all.stream()
        .filter(word -> word.isOf(told.update().writer(), told.version().hash()))
        .map(word -> word.saidBy().first())
        .findFirst();
  }

  /** What a version that somebody said before says. */
  public Optional<Version> version(String hash) {
    return all.stream().map(Word::version).filter(v -> v.hash().equals(hash)).findFirst();
  }

  /** The same words with their versions looked up or left out. */
  Words withVersions(UnaryOperator<Version> lookup) {
    List<Word> looked =
        all.stream().map(word -> new Word(lookup.apply(word.version()), word.saidBy())).toList();
    return new Words(looked, completed, dropped, truncated);
  }

  /** Without what a dataset's row has no place for. */
  Words bounded() {
    List<Word> kept = new ArrayList<>();
    boolean cut = truncated;
    int edges = 0;
    int lapsed = 0;
    for (Word word : all) {
      boolean current = isCurrent(word);
      edges += word.version().size();
      boolean fits = kept.isEmpty() || edges <= MOST;
      if (fits && (current || ++lapsed <= LAPSED)) {
        kept.add(word);
      } else {
        cut |= current;
      }
    }
    return new Words(kept, remembered(kept), dropped, cut);
  }

  private List<Completed> remembered(List<Word> kept) {
    List<Completed> latestFirst =
        completed.stream()
            .sorted(
                Comparator.comparing(Completed::at)
                    .reversed()
                    .thenComparing(one -> one.writer.key()))
            .toList();
    int silent = 0;
    List<Completed> remembered = new ArrayList<>();
    for (Completed one : latestFirst) {
      boolean speaks = kept.stream().anyMatch(word -> word.writer().equals(one.writer));
      if (speaks || ++silent <= SILENT) {
        remembered.add(one);
      }
    }
    return remembered;
  }
}
