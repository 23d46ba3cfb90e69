package io.weirworks.messaging;

import io.weirworks.schemas.Precondition;
import io.weirworks.schemas.Service;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.avro.specific.SpecificRecord;

/** One thing that a decision does; all effects of a transaction become true together. */
public sealed interface Effect {

  /** An event of a subject: its state evolves, its sequence counts on, the event is published. */
  record Tell<S, E>(SubjectRef<S, E> subject, E event) implements Effect {}

  /**
   * A change that is no event: the state evolves and the state topic shows it, the sequence stays
   * and nothing is told (DESIGN 3.8). The subject exists before and after it.
   */
  record Change<S, E>(SubjectRef<S, E> subject, E event) implements Effect {}

  /**
   * A command to one of our own services, durable with the transaction.
   *
   * @param orderingKey decides its shard at the receiver
   * @param sender the subject on whose behalf it is sent; its sequence after the effects before
   *     this one is handed to {@code command}, so that a command that sets something carries it
   * @param after what the receiver must have read first ({@code ce_after})
   */
  record Ask(
      Service to,
      String orderingKey,
      SubjectRef<?, ?> sender,
      LongFunction<SpecificRecord> command,
      List<Precondition> after)
      implements Effect {}

  /** Sets the subject's timer of this kind, replacing the one that is set. */
  record SetTimer(SubjectRef<?, ?> subject, String kind, Instant due) implements Effect {}

  record ClearTimer(SubjectRef<?, ?> subject, String kind) implements Effect {}

  /**
   * A row beside the subject rows: names with a unique key, edges, outputs. Run as a batch with the
   * others of the same SQL, in order of first use; a broken unique key refuses the command with
   * {@link Rejection#CONFLICT}.
   */
  record Write(String sql, List<Object> parameters) implements Effect {}

  /**
   * The row of this key goes, if it is there: after all writes of the transaction, with the others
   * of the same table in one statement.
   *
   * @param table a table of the service's own, beside the subject rows
   * @param column what identifies the row
   */
  record Remove(String table, String column, String key) implements Effect {}

  /**
   * What this process is told once the transaction is through, on the poll thread: it may only wake
   * somebody. A hint is lost where the process ends, and other members never hear it, so that
   * whoever is woken must also look by himself.
   */
  record Hint(Runnable told) implements Effect {}
}
