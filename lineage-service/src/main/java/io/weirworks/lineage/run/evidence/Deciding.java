package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunScript;
import io.weirworks.lineage.run.RunStatement;
import java.util.HashMap;
import java.util.Map;

/** What is known of what decides whether evidence counts. */
public sealed interface Deciding {

  /** Leaves room for the longest script. */
  int BEHIND = (1 << 30) - 1;

  /** Nothing yet; of the runs of others nothing beside their own COMPLETE is waited for. */
  record Awaited() implements Deciding {}

  /**
   * The run of ours succeeded.
   *
   * @param statements how many it ran
   * @param places index of each statement by the SHA-256 of its text; of the last where one text
   *     ran often
   */
  record Succeeded(Run run, int statements, Map<String, Integer> places) implements Deciding {
    public Succeeded {
      places = Map.copyOf(places);
    }

    /**
     * Where a statement stands in the script. One that is not of the script stands behind all of
     * them, at a place that its id alone gives, so that it has the same whenever it is heard.
     */
    int place(EngineRun engineRun) {
      Integer place = engineRun.sqlSha256() == null ? null : places.get(engineRun.sqlSha256());
      return place == null ? statements + (engineRun.id().hashCode() & BEHIND) : place;
    }
  }

  /** The run of ours ended otherwise: it counts for nothing. */
  record DidNotSucceed() implements Deciding {}

  /** The application runs for this run of ours, to which its evidence goes. */
  record Linked(String run) implements Deciding {}

  /** By what a run of ours ran. */
  static Deciding succeeded(RunScript script) {
    Map<String, Integer> places = new HashMap<>();
    for (RunStatement statement : script.statements()) {
      String text = statement.text();
      places.put(text == null ? statement.sha256() : StatementText.sha256(text), statement.index());
    }
    return new Succeeded(script.run(), script.size(), places);
  }
}
