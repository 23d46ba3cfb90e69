package io.weirworks.messaging;

import io.weirworks.schemas.Precondition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a handler may read: the state as the inputs before it in this transaction left it. Reads of
 * subjects are true for the handler's own shard only; another shard's rows may be on the move.
 */
public interface Work {

  /** Loads these subjects with one statement, so that {@link #find} does not cost one each. */
  <S, E> void load(SubjectKind<S, E> kind, Collection<String> ids);

  /** The subject's state; empty where it never was or is removed. */
  <S, E> Optional<S> find(SubjectKind<S, E> kind, String id);

  /** Number of the subject's last event, 0 where there is none. */
  <S, E> long sequence(SubjectKind<S, E> kind, String id);

  /** Ordering key of the subject, for commands that name only an instance or a run. */
  <S, E> Optional<String> orderingKey(SubjectKind<S, E> kind, String id);

  /**
   * The subjects of the kind that inputs before it in this transaction changed, by id; empty where
   * they removed one. A {@link #query} does not see that yet.
   */
  <S, E> Map<String, Optional<S>> changed(SubjectKind<S, E> kind);

  /** What another service last said of a subject (its state topic). */
  <R extends SpecificRecord> Optional<Viewed<R>> viewed(Class<R> type, String subject);

  /** The same by the name that {@link View#name} gave. */
  <R extends SpecificRecord> Optional<Viewed<R>> viewedByName(Class<R> type, String name);

  /**
   * What a service keeps for the rest of the transaction, made when it is asked for first: what
   * {@link Handler#load} read for a whole batch, so that {@link Handler#decide} need not.
   */
  <T> T kept(Class<T> type, Supplier<T> made);

  /** A query of the service's own inside the transaction; it must not write. */
  <T> T query(Query<T> query);

  /** A read on the transaction's connection. */
  @FunctionalInterface
  interface Query<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * A view row: the state record and the sequence that it includes, to be named in {@code
   * ce_after}.
   */
  record Viewed<R extends SpecificRecord>(Precondition at, R state) {}
}
