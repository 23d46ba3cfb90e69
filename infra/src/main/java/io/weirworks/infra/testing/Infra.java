package io.weirworks.infra.testing;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.Database;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The broker and the database of this test JVM, started when first asked for and ended with the
 * JVM. All tests of the JVM share them; each asks for names of its own.
 */
public final class Infra {

  private static final AtomicInteger NAMES = new AtomicInteger();

  /** Differs between JVMs, also over time: external servers keep what earlier runs left. */
  private static final String RUN =
      Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
          + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX);

  /** Runs once: a start that failed fails every test at once, not each after a wait of its own. */
  private static final FutureTask<Infra> SHARED = new FutureTask<>(Infra::start);

  private final Broker broker;
  private final Database database;
  private final Queue<String> schemas = new ConcurrentLinkedQueue<>();

  private Infra(Broker broker, Database database) {
    this.broker = broker;
    this.database = database;
  }

  /**
   * Chosen by the system property {@code infra} = auto, embedded, containers or external.
   *
   * @throws InfraException the same each time, where they cannot be had
   */
  public static Infra shared() {
    SHARED.run();
    try {
      return SHARED.get();
    } catch (ExecutionException e) {
      throw new InfraException(
          InfraException.Code.SERVER_NOT_READY, "no infra for the tests: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while the tests' infra starts");
    }
  }

  /**
   * An embedded broker and database of the caller's own, to stop, kill and freeze, whatever {@code
   * infra} says: only those can be. Each starts when first asked for; the caller closes it.
   */
  public static SeparateInfra separate() {
    return new SeparateInfra(TestFolders.ofThisJvm().fresh("separate"));
  }

  public Broker broker() {
    return broker;
  }

  public Database database() {
    return database;
  }

  /**
   * A name that no other test has, of any JVM, fit for schemas, topics, groups and transactional
   * ids.
   */
  public static String freshName(String prefix) {
    return prefix.toLowerCase(Locale.ROOT).replace('-', '_')
        + "_"
        + RUN
        + "_"
        + NAMES.incrementAndGet();
  }

  /** Makes an empty schema and returns its name; it is gone after the JVM's end. */
  public String freshSchema(String prefix) {
    String name = freshName(prefix);
    database.createSchema(name);
    schemas.add(name);
    return name;
  }

  private static Infra start() {
    InfraChoice choice = InfraChoice.of(System.getProperty("infra", "auto"), EngineAnswer::ask);
    Infra infra =
        switch (choice.kind()) {
          case EMBEDDED -> embedded();
          case CONTAINERS -> containers();
          case EXTERNAL -> external();
        };
    System.out.printf(
        "infra: %s (broker %s, database %s, version %s; %s)%n",
        choice.kind().name().toLowerCase(Locale.ROOT),
        infra.broker.describe(),
        infra.database.describe(),
        infra.database.version(),
        choice.reason());
    return infra;
  }

  private static Infra embedded() {
    SeparateInfra own = new SeparateInfra(TestFolders.ofThisJvm().fresh("shared"));
    own.startBoth();
    return new Infra(own.broker(), own.database());
  }

  private static Infra containers() {
    ContainerInfra containers = ContainerInfra.start();
    atExit(containers::close);
    return new Infra(containers, containers.database());
  }

  /** The server that is not named is an embedded one. */
  private static Infra external() {
    ExternalServers named = ExternalServers.from(System::getProperty, System::getenv);
    SeparateInfra own = new SeparateInfra(TestFolders.ofThisJvm().fresh("shared"));
    Infra infra =
        new Infra(named.broker().orElseGet(own::broker), named.database().orElseGet(own::database));
    named.database().ifPresent(kept -> atExit(() -> infra.schemas.forEach(kept::dropSchema)));
    return infra;
  }

  private static void atExit(Runnable end) {
    Runtime.getRuntime().addShutdownHook(new Thread(end, "infra-end"));
  }
}
