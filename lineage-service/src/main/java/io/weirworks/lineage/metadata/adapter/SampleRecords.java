package io.weirworks.lineage.metadata.adapter;

import io.weirworks.contract.lineage.ColumnSamples;
import io.weirworks.contract.lineage.ConditionMatch;
import io.weirworks.contract.lineage.ContentHits;
import io.weirworks.lineage.classification.ColumnSample;
import io.weirworks.lineage.classification.Condition.Match;
import io.weirworks.lineage.metadata.TableSamples;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a profile counted, from and to the contract's records. */
public final class SampleRecords {

  private SampleRecords() {}

  public static ColumnSamples record(TableSamples samples) {
    List<io.weirworks.contract.lineage.ColumnSample> columns =
        samples.columns().entrySet().stream()
            .map(
                each ->
                    new io.weirworks.contract.lineage.ColumnSample(
                        each.getKey(),
                        each.getValue().sampled(),
                        each.getValue().hits().stream().map(SampleRecords::record).toList()))
            .toList();
    return new ColumnSamples(samples.takenAt(), columns);
  }

  private static ContentHits record(ColumnSample.Hits hits) {
    return new ContentHits(ConditionMatch.valueOf(hits.match().name()), hits.value(), hits.count());
  }

  /** Tests of a later version are left out: no rule of this one asks for them. */
  static TableSamples domain(ColumnSamples record) {
    SortedMap<String, ColumnSample> columns = new TreeMap<>();
    for (io.weirworks.contract.lineage.ColumnSample each : record.getColumns()) {
      List<ColumnSample.Hits> hits =
          each.getHits().stream()
              .filter(one -> one.getMatch() != ConditionMatch.UNKNOWN)
              .map(
                  one ->
                      new ColumnSample.Hits(
                          Match.valueOf(one.getMatch().name()), one.getValue(), one.getHits()))
              .toList();
      columns.put(
          each.getColumn().toLowerCase(Locale.ROOT), new ColumnSample(each.getSampled(), hits));
    }
    return new TableSamples(record.getTakenAt(), columns);
  }
}
