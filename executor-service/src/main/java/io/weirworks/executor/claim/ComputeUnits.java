package io.weirworks.executor.claim;

import io.weirworks.executor.nodetype.NodeType;

/** Compute units in thousandths: one unit is 1 core and 4 GiB of memory (engines.md 8). */
public final class ComputeUnits {

  private static final long BYTES_OF_ONE = 4L << 30;
  private static final int SHELL = 250;
  private static final int SPARK = 1000;

  private ComputeUnits() {}

  /** What a machine has: as much as both its cores and its memory allow. */
  public static int ofMachine(int cores, long memoryBytes) {
    return (int) Math.min(1000L * cores, memoryBytes * 1000 / BYTES_OF_ONE);
  }

  /** What a node holds that names nothing; a local Spark has one core and a driver of 1 GiB. */
  public static int byDefault(NodeType type) {
    return switch (type) {
      case DIDE_SHELL, EMR_SHELL, PYTHON, CHECK_NODE -> SHELL;
      case EMR_SPARK_SQL, EMR_SPARK -> SPARK;
    };
  }
}
