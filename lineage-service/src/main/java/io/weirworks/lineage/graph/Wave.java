package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Edges followed level by level from one or more starts. Each column is left once, so cycles end by
 * themselves. Datasets that are named while it is on its way are not entered.
 */
final class Wave {

  /** Takes the edges of a level; one may come several times, once from each writer. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param into the edge into {@code target}, in the order {@code into}
     * @return whether to go on
     */
    boolean take(GraphDataset target, long into, Confirmation by);
  }

  /** Takes the columns that a step reached. */
  @FunctionalInterface
  interface Arrivals {
    void take(GraphDataset dataset, BitSet columns);
  }

  private final Datasets datasets;
  private final Direction direction;
  private final Following following;
  private final @Nullable BitSet[] seen;
  private final Map<GraphDataset, String> unmet = new HashMap<>();
  private @Nullable BitSet[] fresh;
  private List<GraphDataset> front = new ArrayList<>();

  Wave(Datasets datasets, Direction direction, Following following) {
    this.datasets = datasets;
    this.direction = direction;
    this.following = following;
    this.seen = new BitSet[datasets.count()];
    this.fresh = new BitSet[seen.length];
  }

  /**
   * Before the first step. A column that no edge names is still touched by those that name none.
   */
  void start(GraphDataset dataset, String column) {
    int place = dataset.columns().place(column);
    if (place == Columns.UNMET) {
      unmet.put(dataset, column);
    }
    reach(dataset, place);
  }

  /**
   * Follows all edges that leave what the last step reached.
   *
   * @return false where it reached nothing new, or the sink would not go on
   */
  boolean step(Sink sink) {
    List<GraphDataset> now = front;
    @Nullable BitSet[] columns = fresh;
    front = new ArrayList<>();
    fresh = new BitSet[seen.length];
    for (GraphDataset dataset : now) {
      BitSet left = columns[dataset.number];
      if (left != null && !leave(dataset, left, sink)) {
        return false;
      }
    }
    return leaveOtherNames(now, columns, sink) && !front.isEmpty();
  }

  /**
   * What means the same data is left in the same step, unless an edge leads there anyway; edges of
   * it that lead back only say that it is the same.
   */
  private boolean leaveOtherNames(List<GraphDataset> now, @Nullable BitSet[] columns, Sink sink) {
    for (GraphDataset dataset : now) {
      BitSet left = columns[dataset.number];
      for (int number : dataset.otherNames()) {
        GraphDataset other = datasets.numbered(number);
        BitSet same = left == null ? new BitSet() : sameNames(dataset, left, other);
        if (!leave(other, same, (to, edge, by) -> !isNews(to, edge) || sink.take(to, edge, by))) {
          return false;
        }
      }
    }
    return true;
  }

  private BitSet sameNames(GraphDataset dataset, BitSet columns, GraphDataset other) {
    BitSet same = new BitSet();
    if (other.number < seen.length) {
      BitSet known = seen(other);
      columns.stream()
          .map(column -> other.columns().place(name(dataset, column)))
          .filter(column -> !known.get(column))
          .forEach(same::set);
      known.or(same);
    }
    return same;
  }

  private String name(GraphDataset dataset, int column) {
    String name = dataset.columns().name(column);
    return name == null ? unmet.getOrDefault(dataset, ColumnEdge.ANY) : name;
  }

  /** Whether the far end was not known before this step. */
  private boolean isNews(GraphDataset target, long edge) {
    GraphDataset far = far(target, edge);
    int column = farColumn(edge);
    BitSet arrived = far.number < seen.length ? fresh[far.number] : null;
    return far.number < seen.length
        && (!seen(far).get(column) || (arrived != null && arrived.get(column)));
  }

  /** What the last step reached for the first time. */
  void reached(Arrivals taker) {
    for (GraphDataset dataset : front) {
      BitSet columns = fresh[dataset.number];
      if (columns != null) {
        taker.take(dataset, columns);
      }
    }
  }

  private boolean leave(GraphDataset near, BitSet columns, Sink sink) {
    return switch (direction) {
      case UPSTREAM -> near.inflow().into(columns, (edge, by) -> follow(near, edge, by, sink));
      case DOWNSTREAM -> {
        for (int number : near.targets()) {
          GraphDataset target = datasets.numbered(number);
          if (!target
              .inflow()
              .outOf(
                  near.number, columns, following, (edge, by) -> follow(target, edge, by, sink))) {
            yield false;
          }
        }
        yield true;
      }
    };
  }

  private boolean follow(GraphDataset target, long edge, Confirmation by, Sink sink) {
    if (!following.takes(PackedEdge.flow(edge))) {
      return true;
    }
    if (!sink.take(target, edge, by)) {
      return false;
    }
    reach(far(target, edge), farColumn(edge));
    return true;
  }

  private GraphDataset far(GraphDataset target, long edge) {
    return switch (direction) {
      case UPSTREAM -> datasets.numbered(PackedEdge.sourceDataset(edge));
      case DOWNSTREAM -> target;
    };
  }

  private int farColumn(long edge) {
    int column =
        switch (direction) {
          case UPSTREAM -> PackedEdge.sourceColumn(edge);
          case DOWNSTREAM -> PackedEdge.targetColumn(edge);
        };
    return column == Columns.WHOLE ? Columns.ANY : column;
  }

  private void reach(GraphDataset dataset, int column) {
    int number = dataset.number;
    if (number >= seen.length || seen(dataset).get(column)) {
      return;
    }
    seen(dataset).set(column);
    BitSet columns = fresh[number];
    if (columns == null) {
      columns = new BitSet();
      fresh[number] = columns;
      front.add(dataset);
    }
    columns.set(column);
  }

  private BitSet seen(GraphDataset dataset) {
    BitSet known = seen[dataset.number];
    if (known == null) {
      known = new BitSet();
      seen[dataset.number] = known;
    }
    return known;
  }
}
