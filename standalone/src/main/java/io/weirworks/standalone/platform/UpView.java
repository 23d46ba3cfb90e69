package io.weirworks.standalone.platform;

/** Is told how far an {@code up} is; by several threads. */
public interface UpView {

  /** Something is done. */
  void line(String text);

  /**
   * Spark is being fetched; called often.
   *
   * @param jarsTotal 0 while it is not known yet
   * @param bytes transferred so far; stays 0 where the local Maven repository has everything
   */
  void fetchingSpark(int jarsDone, int jarsTotal, long bytes);
}
