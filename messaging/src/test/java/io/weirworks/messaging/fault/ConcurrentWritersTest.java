package io.weirworks.messaging.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Customer;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.shard.Messaging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several members under load whose transactions, producers and group are in trouble all along. */
class ConcurrentWritersTest {

  private static final long SEED = 42;
  private static final Duration LOAD =
      Boolean.getBoolean("endurance") ? Duration.ofMinutes(10) : Duration.ofSeconds(15);

  private BankTown town;

  @BeforeEach
  void freshTown() {
    town = BankTown.fresh();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  /** Runs it again and again, at once after it has ended plus the pause, while the load lasts. */
  private static void whileLoadLasts(Duration pause, Runnable trouble) {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    Future<?> repeated =
        clock.scheduleWithFixedDelay(
            trouble, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    try {
      repeated.get(LOAD.toMillis(), TimeUnit.MILLISECONDS);
      throw new IllegalStateException("ended early");
    } catch (java.util.concurrent.TimeoutException over) {
      repeated.cancel(false);
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      clock.close();
    }
  }

  private void nothingIsLostOrDoubled(Customer customer) {
    List<Order> orders = customer.stopAndAwaitReplies();
    BankAudit audit = BankAudit.of(town);
    audit.everyOrderCountsOnce(orders);
    audit.everythingAgrees();
  }

  /** Delays before the commit, rollbacks, and connections cut during COMMIT, done or not. */
  private static Hook troubledCommits(Random random) {
    return step -> {
      switch (step) {
        case BEFORE_COMMIT -> {
          int dice = random.nextInt(100);
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(dice / 2));
          if (dice < 8) {
            throw Doubles.connectionLost();
          }
        }
        case AFTER_COMMIT -> {
          if (random.nextInt(100) < 8) {
            throw Doubles.connectionLost();
          }
        }
        case WRITE -> {
          if (random.nextInt(200) == 0) {
            throw Doubles.deadlock();
          }
        }
        default -> {}
      }
    };
  }

  /** Remembers a member's producers, to kill them. */
  private static final class KillableProducers implements KafkaClients {
    private final KafkaClients real;
    private final ConcurrentLinkedQueue<Producer<byte[], byte[]>> made =
        new ConcurrentLinkedQueue<>();

    private KillableProducers(KafkaClients real) {
      this.real = real;
    }

    @Override
    public Consumer<byte[], byte[]> consumer(String groupInstanceId) {
      return real.consumer(groupInstanceId);
    }

    @Override
    public Producer<byte[], byte[]> producer(Optional<String> transactionalId) {
      Producer<byte[], byte[]> producer = real.producer(transactionalId);
      made.add(producer);
      return producer;
    }

    @Override
    public Admin admin() {
      return real.admin();
    }

    private void kill() {
      for (Producer<byte[], byte[]> producer; (producer = made.poll()) != null; ) {
        producer.close(Duration.ZERO);
      }
    }
  }

  /** R42 and "connection cut during COMMIT". */
  @Test
  void everyCommittedRowIsPublishedInOrderThoughCommitsFailAndPublishersDie() {
    // given
    List<KillableProducers> producers = new ArrayList<>();
    Random random = new Random(SEED);
    for (String slot : List.of("a", "b", "c")) {
      KillableProducers killable = new KillableProducers(town.clients(slot));
      producers.add(killable);
      Hook trouble = troubledCommits(new Random(random.nextLong()));
      town.member(town.settings(slot), killable, source -> Doubles.database(source, trouble));
    }
    Customer customer = Customer.start(town, town.openMany(20), SEED);

    // when
    AtomicInteger turn = new AtomicInteger();
    whileLoadLasts(
        Duration.ofMillis(700),
        () -> producers.get(turn.getAndIncrement() % producers.size()).kill());

    // then
    nothingIsLostOrDoubled(customer);
  }

  /** R38, faster and shorter. */
  @Test
  void membersThatJoinAndLeaveAllTheTimeLoseNothingAndWorkGoesOn() {
    // given
    town.member("steady");
    Customer customer = Customer.start(town, town.openMany(20), SEED);
    AtomicInteger count = new AtomicInteger();
    List<Messaging> guests = new ArrayList<>();

    // when
    long decidedBefore = decided();
    whileLoadLasts(
        Duration.ofMillis(300),
        () -> {
          if (guests.size() < 2) {
            guests.add(guest("guest-" + count.incrementAndGet()));
          } else {
            guests.removeFirst().close();
          }
        });
    long decidedMeanwhile = decided() - decidedBefore;
    int asked = customer.orders();

    // then
    assertThat(count.get()).isGreaterThan(5);
    assertThat(decidedMeanwhile).isGreaterThan(asked / 10);
    nothingIsLostOrDoubled(customer);
  }

  private Messaging guest(String slot) {
    MessagingSettings plain = town.settings(slot);
    MessagingSettings leaving =
        new MessagingSettings(
            plain.group(),
            plain.slot(),
            plain.clockShift(),
            plain.stateInterval(),
            plain.memoryRetention(),
            true,
            plain.acceptUnprovenActors());
    return town.member(leaving, town.clients(slot), source -> source);
  }

  private long decided() {
    return Long.parseLong(town.query("SELECT COUNT(*) FROM command_memory").getFirst());
  }
}
