package io.weirworks.executor.engine;

import java.io.IOException;
import java.util.List;

/**
 * Something that runs nodes. An engine keeps nothing that matters in memory: a new object, also in
 * another process after the first was killed, observes and cancels what was submitted before. Each
 * implementation passes {@code EngineContract}. {@link IOException} means that the engine could not
 * be asked and nothing is known; it is never an outcome. All calls may block (bounded) and belong
 * on a virtual thread.
 */
public interface Engine {
  /**
   * Writes the tag down durably, then starts the submission unless its attempt was started before:
   * the same tag twice runs once (I2).
   */
  SubmitResult submit(Submission submission) throws IOException, InterruptedException;

  /** What is known about the tag now. */
  Observation observe(EngineTag tag) throws IOException;

  /**
   * Ends the whole process tree or application of the tag, and keeps it from ever starting. Returns
   * within the grace of its limits plus 20 s.
   */
  Cancellation cancel(EngineTag tag) throws IOException, InterruptedException;

  /**
   * Finds every submission of ours that this engine knows, live or ended, whoever made it: to adopt
   * after a crash and to sweep rogues.
   */
  List<EngineTag> reattach() throws IOException;
}
