package io.weirworks.lineage.run;

import java.util.Optional;

/**
 * What reading one statement gave: what it touched, what is not known of it, both or neither.
 *
 * @param index of the statement in the script
 */
public record Finding(int index, Optional<StatementRecord> record, Optional<Gap> gap) {

  static Finding gap(RunStatement statement, Gap gap) {
    return new Finding(statement.index(), Optional.empty(), Optional.of(gap));
  }

  boolean isEmpty() {
    return record.isEmpty() && gap.isEmpty();
  }
}
