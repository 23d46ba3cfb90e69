package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The edges into a dataset that count, each with all who say it. An edge that several words say
 * reads as the latest of them has it, and is as old as the first of its writers' words.
 *
 * @param tables latest first
 * @param columns latest first
 */
public record CurrentEdges(List<Known<TableEdge>> tables, List<Known<ColumnEdge>> columns) {

  private static final class Said<E extends Edge> {
    private final E edge;
    private final Map<Writer, Provenance> by = new LinkedHashMap<>();

    Said(E edge) {
      this.edge = edge;
    }
  }

  public static CurrentEdges of(Words words) {
    return new CurrentEdges(edges(words, Version::tableEdges), edges(words, Version::columnEdges));
  }

  private static <E extends Edge> List<Known<E>> edges(
      Words words, Function<Version, List<E>> edgesOf) {
    Map<String, Said<E>> byKey = new LinkedHashMap<>();
    for (Word word : words.current()) {
      for (E edge : edgesOf.apply(word.version())) {
        byKey
            .computeIfAbsent(edge.key(), key -> new Said<>(edge))
            .by
            .merge(word.writer(), word.saidBy(), Provenance::and);
      }
    }
    for (Word word : words.all()) {
      for (E edge : edgesOf.apply(word.version())) {
        Said<E> said = byKey.get(edge.key());
        if (said != null) {
          said.by.computeIfPresent(word.writer(), (writer, by) -> by.and(word.saidBy()));
        }
      }
    }
    List<Known<E>> all = new ArrayList<>();
    byKey.values().forEach(said -> all.add(new Known<>(said.edge, List.copyOf(said.by.values()))));
    all.sort(
        Comparator.comparing((Known<E> known) -> known.by(), Collections.reverseOrder())
            .thenComparing(known -> known.edge().key()));
    return all;
  }
}
