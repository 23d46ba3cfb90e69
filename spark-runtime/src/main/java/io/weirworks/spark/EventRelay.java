package io.weirworks.spark;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListenerInterface;

/**
 * Gives events to a listener that is not trusted with time or memory: on a daemon thread, out of a
 * bounded queue, until it fails or has written too much. What the queue cannot hold is counted, not
 * waited for; only the application's end waits, and no longer than {@link Limits} say.
 */
final class EventRelay {
  /**
   * What the listener may cost.
   *
   * @param queued events that wait
   * @param bytes of the file of events after which no more is given to it
   * @param patienceMillis that an application's end waits for it
   * @param patienceShare the same as a part of the time since the start; the larger one counts
   */
  record Limits(int queued, long bytes, long patienceMillis, double patienceShare) {
    static final Limits DEFAULT = new Limits(10_000, 32L << 20, 4_000, 0.01);
  }

  private final Callable<SparkListenerInterface> maker;
  private final LineageAccount account;
  private final Limits limits;
  private final BlockingQueue<Consumer<SparkListenerInterface>> queue;
  private final Thread thread = new Thread(this::work, "weirworks-lineage");
  private final long begin = System.nanoTime();
  private volatile boolean ending;

  /**
   * @param maker makes the listener, on the relay's thread
   */
  EventRelay(Callable<SparkListenerInterface> maker, LineageAccount account, Limits limits) {
    this.maker = maker;
    this.account = account;
    this.limits = limits;
    this.queue = new ArrayBlockingQueue<>(limits.queued());
  }

  void start() {
    account.attached();
    thread.setDaemon(true);
    thread.start();
  }

  /** Never waits and never fails. */
  void offer(Consumer<SparkListenerInterface> event) {
    if (account.isClosed() || !queue.offer(event)) {
      account.skip(1);
    }
  }

  /** Waits for what is queued, as long as the limits allow. */
  void end() {
    ending = true;
    long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    long patience = Math.max(limits.patienceMillis(), (long) (elapsed * limits.patienceShare()));
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      account.close("openlineage-spark was not done %d ms after the end".formatted(patience));
      thread.interrupt();
    }
    account.skip(queue.size());
    account.finished();
  }

  private void work() {
    try {
      var listener = maker.call();
      while (!(ending && queue.isEmpty()) && !account.isClosed()) {
        var event = queue.poll(100, TimeUnit.MILLISECONDS);
        if (event != null) {
          give(event, listener);
        }
        if (account.eventBytes() > limits.bytes()) {
          account.close("openlineage-spark wrote more than %d bytes".formatted(limits.bytes()));
        }
      }
    } catch (ClassNotFoundException e) {
      account.close("openlineage-spark is not on the class path");
    } catch (
        Throwable e) { // a broken jar shows itself as any error, and is no reason to fail a job
      account.close("openlineage-spark failed: " + e);
    }
  }

  /** One event that it cannot digest is that event's loss only, as on Spark's own bus. */
  private void give(Consumer<SparkListenerInterface> event, SparkListenerInterface listener) {
    try {
      event.accept(listener);
    } catch (RuntimeException e) {
      account.skip(1);
    }
  }
}
