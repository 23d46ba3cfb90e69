package io.weirworks.executor.claim.adapter;

import io.weirworks.executor.claim.LeaseTerms;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices that this process stood still (frozen, starved, collecting garbage): what it would say of
 * others then is worth nothing (field-failures R36b).
 */
@Singleton
public final class PauseWatch implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(200);

  private final long longest;
  private final long round;
  private final Thread thread;
  private volatile long tickedAt = System.nanoTime();
  private volatile long pausedAt;
  private volatile boolean paused;
  private volatile boolean closed;

  PauseWatch(LeaseTerms terms) {
    this.longest = terms.lateness().toNanos();
    this.round = terms.lease().toNanos();
    this.thread = Thread.ofPlatform().daemon().name("pause-watch").start(this::tick);
  }

  private void tick() {
    while (!closed) {
      noticePause();
      tickedAt = System.nanoTime();
      LockSupport.parkNanos(TICK.toNanos());
    }
  }

  private void noticePause() {
    long now = System.nanoTime();
    if (now - tickedAt > longest) {
      pausedAt = now;
      paused = true;
    }
  }

  /** Whether it stands still no longer than one lease ago; asked by whoever wakes first. */
  public boolean isJustOver() {
    noticePause();
    return paused && System.nanoTime() - pausedAt < round;
  }

  @Override
  @PreDestroy
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
