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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
  private static final Duration WRITING = Endurance.load(Duration.ofSeconds(8));
  private static final Duration STORM = Endurance.load(Duration.ofSeconds(14));
  private static final Duration CALM =
      Endurance.LONG ? Duration.ofMinutes(1) : Duration.ofSeconds(4);

  /** R38 says 5 s. */
  private static final Duration JOIN_OR_LEAVE =
      Endurance.LONG ? Duration.ofSeconds(5) : Duration.ofSeconds(2);

  private BankTown town;

  @BeforeEach
  void freshTown() {
    town = BankTown.fresh();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  /** Runs it again and again, each time a pause after it has ended, for as long as the load. */
  private static void whileItLasts(Duration load, Duration pause, Runnable trouble) {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    Future<?> repeated =
        clock.scheduleWithFixedDelay(
            trouble, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    try {
      repeated.get(load.toMillis(), TimeUnit.MILLISECONDS);
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
    whileItLasts(
        WRITING,
        Duration.ofMillis(700),
        () -> producers.get(turn.getAndIncrement() % producers.size()).kill());

    // then
    nothingIsLostOrDoubled(customer);
  }

  /**
   * R38: what is decided in a second of the storm against a second of the calm right before it, in
   * the same run under the same load (about a hundred commands a second). Work that only catches up
   * after the storm does not count.
   */
  @Test
  void membersThatJoinAndLeaveAllTheTimeLoseNothingAndKeepHalfTheThroughput() {
    // given
    town.member("steady");
    Customer customer = Customer.start(town, town.openMany(20), SEED);
    BankTown.await().until(() -> decided() > 100);
    Deque<Messaging> guests = new ArrayDeque<>();
    AtomicInteger joined = new AtomicInteger();

    // when
    double calm = decidedPerSecond(CALM, () -> {});
    double storm =
        decidedPerSecond(
            STORM,
            () -> {
              if (guests.size() < 2) {
                guests.add(guest("guest-" + joined.incrementAndGet()));
              } else {
                guests.removeFirst().close();
              }
            });

    // then
    String rates = "%.1f/s in the storm, %.1f/s in the calm before".formatted(storm, calm);
    System.out.println("R38: " + rates); // the figure is what the long run is for
    assertThat(joined.get()).isGreaterThan(2);
    assertThat(storm / calm).as(rates).isGreaterThan(0.5);
    nothingIsLostOrDoubled(customer);
  }

  private double decidedPerSecond(Duration load, Runnable trouble) {
    long before = decided();
    long begun = System.nanoTime();
    whileItLasts(load, JOIN_OR_LEAVE, trouble);
    return (decided() - before) * 1e9 / (System.nanoTime() - begun);
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
