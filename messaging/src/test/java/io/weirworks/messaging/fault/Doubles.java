package io.weirworks.messaging.fault;

import io.weirworks.messaging.KafkaClients;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Stands between a member and its servers and calls a hook at each {@link Step}. */
public final class Doubles {

  private Doubles() {}

  /** A database of a member. */
  public static DataSource database(DataSource real, Hook hook) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(method, real, arguments);
          return result instanceof Connection connection ? connection(connection, hook) : result;
        });
  }

  /** Steps are those of a shard's transaction: of a connection that has locked shards. */
  private static Connection connection(Connection real, Hook hook) {
    AtomicBoolean locked = new AtomicBoolean();
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("commit")) {
            hook.at(Step.BEFORE_COMMIT);
            real.commit();
            hook.at(Step.AFTER_COMMIT);
            return null;
          }
          Object result = call(method, real, arguments);
          if (method.getName().equals("close") && locked.get()) {
            hook.at(Step.GIVE_BACK);
          }
          return result instanceof PreparedStatement statement
              ? statement(statement, String.valueOf(arguments[0]), locked, hook)
              : result;
        });
  }

  private static PreparedStatement statement(
      PreparedStatement real, String sql, AtomicBoolean locked, Hook hook) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          Object result = call(method, real, arguments);
          if (method.getName().startsWith("execute")) {
            passed(sql, locked, hook);
          }
          return result;
        });
  }

  private static void passed(String sql, AtomicBoolean locked, Hook hook) throws SQLException {
    Step step = stepOf(sql);
    if (step == Step.TAKE_SHARD || step == Step.LOCK) {
      locked.set(true);
    }
    if (locked.get()) {
      hook.at(step);
    }
  }

  private static Step stepOf(String sql) {
    if (sql.endsWith("NOWAIT")) {
      return Step.TAKE_SHARD;
    }
    if (sql.endsWith("FOR UPDATE")) {
      return Step.LOCK;
    }
    if (sql.startsWith("SELECT")) {
      return Step.DECIDE;
    }
    return sql.startsWith("DELETE FROM outbox") ? Step.DELETE_OUTBOX : Step.WRITE;
  }

  /** Kafka clients of a member. */
  public static KafkaClients kafka(KafkaClients real, Hook hook) {
    return new KafkaClients() {
      @Override
      public Consumer<byte[], byte[]> consumer(String groupInstanceId) {
        return Doubles.consumer(real.consumer(groupInstanceId), hook);
      }

      @Override
      public Producer<byte[], byte[]> producer(Optional<String> transactionalId) {
        return Doubles.producer(real.producer(transactionalId), transactionalId.isPresent(), hook);
      }

      @Override
      public Admin admin() {
        return real.admin();
      }
    };
  }

  private static Consumer<byte[], byte[]> consumer(Consumer<byte[], byte[]> real, Hook hook) {
    return proxy(
        Consumer.class,
        (method, arguments) -> {
          if (method.getName().equals("commitAsync")) {
            hook.atKafka(Step.COMMIT_OFFSETS);
          }
          Object result = call(method, real, arguments);
          if (result instanceof ConsumerRecords<?, ?> records && !records.isEmpty()) {
            hook.atKafka(Step.POLL);
          }
          return result;
        });
  }

  private static Producer<byte[], byte[]> producer(
      Producer<byte[], byte[]> real, boolean ofState, Hook hook) {
    return proxy(
        Producer.class,
        (method, arguments) -> {
          if (ofState && method.getName().equals("commitTransaction")) {
            hook.atKafka(Step.PUBLISH_STATE);
          } else if (!ofState && method.getName().equals("send")) {
            beforeSend((ProducerRecord<?, ?>) arguments[0], real, hook);
          }
          return call(method, real, arguments);
        });
  }

  /** What was sent before a command is answered, so that the command is on its way alone. */
  private static void beforeSend(ProducerRecord<?, ?> record, Producer<?, ?> real, Hook hook) {
    if (record.topic().endsWith(".internal")) {
      real.flush();
      hook.atKafka(Step.PUBLISH_COMMAND);
    } else {
      hook.atKafka(Step.PUBLISH);
    }
  }

  private interface Answer {
    @Nullable Object to(Method method, Object[] arguments) throws Throwable;
  }

  @SuppressWarnings("unchecked") // a proxy is of the types that it is asked for
  private static <T> T proxy(Class<? super T> type, Answer answer) {
    return (T)
        Proxy.newProxyInstance(
            Doubles.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.to(method, arguments == null ? new Object[0] : arguments));
  }

  private static @Nullable Object call(Method method, Object real, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** What the driver says when the connection is gone. */
  public static SQLException connectionLost() {
    return new SQLException("connection cut by the test", "08S01");
  }

  /** What the driver says to the victim of a deadlock. */
  public static SQLException deadlock() {
    return new SQLException("deadlock made by the test", "40001", 1213);
  }
}
