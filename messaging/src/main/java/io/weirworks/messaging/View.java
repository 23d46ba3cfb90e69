package io.weirworks.messaging;

import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A kind of state record of another service that this one keeps rows of.
 *
 * @param type the state record
 * @param name the natural name that {@link Work#viewedByName} finds it by
 * @param kept as much of a record as is needed here; empty: not even that, only its sequence stays
 */
public record View<R extends SpecificRecord>(
    Class<R> type, Function<R, String> name, Function<R, Optional<R>> kept) {

  /** Keeps all records whole. */
  public View(Class<R> type, Function<R, String> name) {
    this(type, name, Optional::of);
  }
}
