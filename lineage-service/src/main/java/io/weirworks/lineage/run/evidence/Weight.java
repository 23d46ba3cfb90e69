package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Located;

/** How large what an engine told of one of its runs is, in characters. */
final class Weight {

  /** One run's lineage is told in one transaction, each dataset by a record of its own. */
  private static final int MOST_DATASETS = 300;

  private static final int MOST_PAIRS = 5_000;
  private static final long MOST_OF_ONE = 256L << 10;
  private static final long OVERHEAD = 40;
  private static final int SEPARATORS = 4;

  private Weight() {}

  static boolean isTellable(EngineRun run) {
    int inputs = run.inputs().size();
    int outputs = run.outputs().size();
    return inputs + outputs <= MOST_DATASETS
        && (long) inputs * outputs <= MOST_PAIRS
        && of(run) <= MOST_OF_ONE;
  }

  static long of(EngineRun run) {
    long sum = OVERHEAD * 5 + run.writer().job().namespace().length();
    sum += run.writer().job().name().length();
    for (DatasetRef dataset : run.inputs()) {
      sum += of(dataset);
    }
    for (DatasetRef dataset : run.outputs()) {
      sum += of(dataset);
    }
    for (ColumnEdge edge : run.columnEdges()) {
      sum += of(edge);
    }
    for (Located located : run.locations()) {
      sum += OVERHEAD + located.table().length() + of(located.files());
    }
    return sum + run.schemaChanges().stream().mapToLong(change -> change.toString().length()).sum();
  }

  /** As long as its key, which is not made for it. */
  private static long of(ColumnEdge edge) {
    String target = edge.targetColumn();
    return OVERHEAD
        + edge.sourceDataset().length()
        + edge.sourceColumn().length()
        + edge.targetDataset().length()
        + (target == null ? 0 : target.length())
        + edge.flow().name().length()
        + SEPARATORS;
  }

  private static long of(DatasetRef dataset) {
    return OVERHEAD + dataset.id().length() + dataset.name().length();
  }
}
