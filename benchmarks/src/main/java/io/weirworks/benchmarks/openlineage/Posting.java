package io.weirworks.benchmarks.openlineage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How engines' runs come. */
sealed interface Posting {

  /** Posts for so long, and returns when all was answered. */
  void run(Door door, Duration time) throws InterruptedException;

  String name();

  /** Closed loop: so many users, each posts its next event when the last was taken. */
  record Users(int count) implements Posting {

    @Override
    public void run(Door door, Duration time) throws InterruptedException {
      long end = System.nanoTime() + time.toNanos();
      List<Thread> users = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        users.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      while (System.nanoTime() < end) {
                        oneRun(door, System.nanoTime());
                      }
                    }));
      }
      for (Thread user : users) {
        user.join();
      }
    }

    @Override
    public String name() {
      return count + " users";
    }
  }

  /** Open loop: so many events a second, whatever the answers; measured from when each was due. */
  record Rate(int events) implements Posting {

    @Override
    public void run(Door door, Duration time) throws InterruptedException {
      long begin = System.nanoTime();
      long runs = time.toSeconds() * events / 2;
      List<Thread> all = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        long due = begin + i * 2_000_000_000L / events;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        all.add(Thread.ofVirtual().start(() -> oneRun(door, due)));
      }
      for (Thread run : all) {
        run.join();
      }
    }

    @Override
    public String name() {
      return events + "/s";
    }
  }

  private static void oneRun(Door door, long intended) {
    try {
      door.run(intended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
