package io.weirworks.messaging.fault;

import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.JdbcDatabase;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.schemas.TopicKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A member of the bank's service as a process of its own, which halts or freezes itself at a step.
 * Ends with the process that started it.
 */
public final class BankMember {

  /** What the process does when it comes to its step. */
  public enum Fault {
    NONE,
    /** Ends at once, without a last word: what it had not done is not done. */
    HALT,
    /** Stops in mid-air (SIGSTOP), in the very middle of the step. */
    FREEZE
  }

  /** The account's password comes by the environment, where others do not read it. */
  static final String PASSWORD = "BANK_PASSWORD";

  private record KnownBroker(String bootstrapServers) implements Broker {
    @Override
    public String describe() {
      return bootstrapServers;
    }
  }

  /**
   * @param armed exists once passages count
   */
  private record Plan(Fault fault, Step step, int passage, Path armed, AtomicInteger passed)
      implements Hook {

    @Override
    public void at(Step passing) {
      if (passing != step || fault == Fault.NONE || !Files.exists(armed)) {
        return;
      }
      if (passed.incrementAndGet() == passage) {
        strike();
      }
    }

    private void strike() {
      if (fault == Fault.HALT) {
        Runtime.getRuntime().halt(137);
      }
      try {
        long self = ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-STOP", String.valueOf(self)).start().waitFor();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private BankMember() {}

  /**
   * Warms up, then joins once it is told to. Settings by system property; see {@link
   * MemberProcess}.
   */
  public static void main(String[] args) throws InterruptedException {
    CompletableFuture<Void> _ =
        ProcessHandle.of(Long.getLong("bank.parent"))
            .orElseThrow()
            .onExit()
            .thenRun(() -> Runtime.getRuntime().halt(1));
    Map<String, String> environment = System.getenv();
    BankTown town =
        BankTown.existing(
            new KnownBroker(property("bootstrap")),
            new JdbcDatabase(
                property("database"),
                property("user"),
                environment.getOrDefault(PASSWORD, ""),
                "database"),
            property("schema"));
    Hook plan =
        new Plan(
            Fault.valueOf(property("fault")),
            Step.valueOf(property("step")),
            Integer.getInteger("bank.passage"),
            Path.of(property("armed")),
            new AtomicInteger());
    String slot = property("slot");
    town.query("SELECT 1");
    town.read(TopicKind.DEAD_LETTERS); // none there: it is for the client and its classes
    awaitFile(Path.of(property("go")));
    town.member(
        town.settings(slot),
        Doubles.kafka(town.clients(slot), plan),
        source -> Doubles.database(source, plan));
    new CountDownLatch(1).await();
  }

  private static void awaitFile(Path file) {
    while (!Files.exists(file)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static String property(String name) {
    String value = System.getProperty("bank." + name);
    if (value == null) {
      throw new IllegalArgumentException("bank." + name + " is missing");
    }
    return value;
  }
}
