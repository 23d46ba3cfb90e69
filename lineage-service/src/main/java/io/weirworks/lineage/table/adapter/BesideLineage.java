package io.weirworks.lineage.table.adapter;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of updates beside the dataset's lineage and in its shard, whether they say something
 * new of lineage or not. It repeats without effect.
 */
public interface BesideLineage {

  /** Loads for a batch what {@link #effects} reads. */
  void load(List<TableUpdate> updates, Work work);

  /**
   * @param dropped when the dataset was dropped last, as far as it is known after the update; null:
   *     never
   */
  List<Effect> effects(TableUpdate update, @Nullable Confirmation dropped, Work work);
}
