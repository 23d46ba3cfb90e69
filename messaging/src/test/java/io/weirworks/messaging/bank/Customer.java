package io.weirworks.messaging.bank;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.TellFriend;
import io.weirworks.schemas.TopicKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Keeps sending commands while things go wrong, about a hundred a second, some of them twice. */
public final class Customer {

  private record Sent(Order order, Future<RecordMetadata> taken) {}

  private final BankTown town;
  private final List<String> accounts;
  private final Random random;
  private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

  private Customer(BankTown town, List<String> accounts, long seed) {
    this.town = town;
    this.accounts = accounts;
    this.random = new Random(seed);
  }

  /** On accounts that are open. */
  public static Customer start(BankTown town, List<String> accounts, long seed) {
    Customer customer = new Customer(town, accounts, seed);
    Future<?> _ = customer.pace.scheduleAtFixedRate(customer::order, 0, 10, TimeUnit.MILLISECONDS);
    return customer;
  }

  private void order() {
    String account = accounts.get(random.nextInt(accounts.size()));
    Order order = town.order(command(account), account);
    if (random.nextInt(10) == 0) {
      order = order.partition(random.nextInt(BankTown.SHARDS));
    }
    sent.add(new Sent(order, town.sent(order.record())));
    if (random.nextInt(10) == 0) {
      order.send();
    }
  }

  private SpecificRecord command(String account) {
    return random.nextInt(5) == 0
        ? new TellFriend(account, accounts.getFirst(), "note " + random.nextInt(1000))
        : new Deposit(account, (long) random.nextInt(1000));
  }

  public int orders() {
    return sent.size();
  }

  /** Sends no more and gives the orders that the broker took. */
  public List<Order> stop() {
    pace.shutdown();
    try {
      if (!pace.awaitTermination(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the customer does not stop");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    List<Order> taken = new ArrayList<>();
    for (Sent one : sent) {
      try {
        one.taken().get();
        taken.add(one.order());
      } catch (ExecutionException refused) {
        // it may be there or not; what is there is judged by its effects
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return taken;
  }

  /** The same, once each order that the broker took has a reply. */
  public List<Order> stopAndAwaitReplies() {
    List<Order> taken = stop();
    BankTown.await()
        .until(
            () -> {
              var answered = town.read(TopicKind.REPLIES).causes();
              return taken.stream().allMatch(order -> answered.contains(order.id()));
            });
    return taken;
  }
}
