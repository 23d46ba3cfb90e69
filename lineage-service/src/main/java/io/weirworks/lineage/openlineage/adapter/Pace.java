package io.weirworks.lineage.openlineage.adapter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whoever posts no faster than events are decided: while too many wait, an event that the
 * broker has is answered later. So a client that waits for its answers keeps pace, and what it
 * posted is soon to be seen; nothing is refused or lost for it, and nobody waits longer than the
 * patience, since clients give up after some seconds.
 */
final class Pace implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
  private static final Duration STOP = Duration.ofSeconds(2);

  private final LongSupplier backlog;
  private final long most;
  private final Duration patience;
  private final Duration every;
  private final BlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean behind;
  private volatile long seen;
  private volatile boolean posted;

  /**
   * @param backlog how many commands are not decided
   * @param most of them at which answers are not held up yet
   * @param patience longest time that an answer is held up
   * @param every how often to look
   */
  Pace(LongSupplier backlog, long most, Duration patience, Duration every) {
    this.backlog = backlog;
    this.most = most;
    this.patience = patience;
    this.every = every;
    this.thread = Thread.ofPlatform().daemon().name("openlineage-pace").start(this::run);
  }

  /** Done when it is time to answer for an event that the broker has. */
  CompletableFuture<Void> turn() {
    posted = true;
    if (!behind) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> turn = new CompletableFuture<>();
    waiting.add(turn);
    return turn.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The backlog when it was last looked at. */
  long seen() {
    return seen;
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(every);
        if (posted || behind) {
          posted = false;
          look();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.debug("it is not known how far deciding is behind: {}", e.toString());
        goOn();
      }
    }
    goOn();
  }

  private void look() {
    seen = backlog.getAsLong();
    if (seen > most) {
      behind = true;
      waiting.removeIf(CompletableFuture::isDone);
    } else {
      goOn();
    }
  }

  private void goOn() {
    behind = false;
    List<CompletableFuture<Void>> all = new ArrayList<>();
    waiting.drainTo(all);
    all.forEach(turn -> turn.complete(null));
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(STOP);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
