package io.weirworks.lineage.sql;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs what needs more stack than its caller may have: deep nesting is rare, so it gets a thread of
 * its own when it is met.
 */
final class DeepStack {
  private static final long STACK_BYTES = 128L << 20;

  private DeepStack() {}

  static <T> T call(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable body =
        () -> {
          try {
            result.complete(work.get());
          } catch (RuntimeException | StackOverflowError e) {
            result.completeExceptionally(e);
          }
        };
    new Thread(null, body, "deep-sql", STACK_BYTES).start();
    try {
      return result.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case StackOverflowError cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }
}
