package io.weirworks.executor.engine.process;

import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Submission;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * An executor in a JVM of its own for tests that kill it: submits one shell script, says so on
 * stdout and stays.
 */
final class RunnerProcess {
  private RunnerProcess() {}

  public static void main(String[] arguments) throws Exception {
    var workspace = Path.of(arguments[0]);
    var tag = EngineTag.parse(arguments[1]).orElseThrow();
    var engine =
        new LocalProcessEngine(
            workspace, Map.of("PATH", System.getenv("PATH")), InstantSource.system());
    engine.submit(
        new Submission(
            tag,
            List.of("sh", "script.sh"),
            Map.of(),
            Map.of("script.sh", arguments[2]),
            Map.of(),
            Limits.DEFAULT));
    System.out.println("submitted");
    new CountDownLatch(1).await();
  }
}
