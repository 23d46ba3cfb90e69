package io.weirworks.messaging.fault;

import java.sql.SQLException;

/** What happens when a member passes a step: nothing, a delay, an error, its end. */
@FunctionalInterface
public interface Hook {

  /**
   * @throws SQLException as the database would, at steps of the database only
   */
  void at(Step step) throws SQLException;

  /** At steps that know no database errors. */
  default void atKafka(Step step) {
    try {
      at(step);
    } catch (SQLException e) {
      throw new IllegalStateException("Kafka gives no database errors, at " + step, e);
    }
  }
}
