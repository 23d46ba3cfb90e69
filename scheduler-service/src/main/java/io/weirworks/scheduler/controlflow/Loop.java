package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.identity.NodeId;

/** A node that runs the nodes inside it again and again (dataworks-semantics 4.6, 4.7). */
public sealed interface Loop {
  /** The most loops of a do-while, and of a for-each that says nothing. */
  int MAX_LOOPS = 128;

  /** The most loops to which a for-each can be raised. */
  int MAX_RAISED_LOOPS = 1_024;

  /** The most loops of a for-each at once. */
  int MAX_PARALLELISM = 20;

  /** The node inside that ends each loop. */
  NodeId end();

  /** How many loops there can be. */
  int maxIterations();

  /** How many loops run at once. */
  int parallelism();

  /** Goes on while END says True, one loop after another. */
  record DoWhile(int maxIterations, NodeId end) implements Loop {
    public DoWhile {
      check(maxIterations, MAX_LOOPS, "loops of a do-while");
    }

    @Override
    public int parallelism() {
      return 1;
    }
  }

  /** Goes through an array; elements beyond {@code maxIterations} are not looked at. */
  record ForEach(int maxIterations, int parallelism, NodeId end) implements Loop {
    public ForEach {
      check(maxIterations, MAX_RAISED_LOOPS, "loops of a for-each");
      check(parallelism, MAX_PARALLELISM, "loops of a for-each at once");
    }
  }

  private static void check(int value, int most, String what) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException("%d %s; 1 to %d are allowed".formatted(value, what, most));
    }
  }
}
