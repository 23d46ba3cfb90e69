package io.weirworks.lineage.table.adapter;

import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.Version;
import io.weirworks.lineage.table.Word;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The large part of a dataset's row, in a column of its own: it changes only when edges do, so that
 * a word that confirms rewrites the small part only.
 */
record StoredEdges(List<Version> versions, List<TableEvent.Feeds> downstream) {

  static StoredEdges of(TableLineage state) {
    return new StoredEdges(
        state.words().all().stream().map(Word::version).distinct().sorted(Version.BY_HASH).toList(),
        state.downstream());
  }

  TableLineage in(TableLineage known) {
    Map<String, Version> byHash =
        versions.stream().collect(Collectors.toMap(Version::hash, Function.identity()));
    return known.with(version -> byHash.getOrDefault(version.hash(), version), downstream);
  }
}
