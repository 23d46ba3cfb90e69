package io.weirworks.executor.spark;

/** Is told how far the resolution of Spark is. */
@FunctionalInterface
public interface SparkProgress {
  /**
   * Called after each step, by one thread at a time.
   *
   * @param jarsTotal 0 while it is not known yet
   * @param bytes transferred so far; stays 0 where the local repository has everything
   */
  void update(int jarsDone, int jarsTotal, long bytes);
}
