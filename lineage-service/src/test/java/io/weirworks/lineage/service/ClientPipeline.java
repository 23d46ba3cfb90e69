package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.DataMapSteps.accepted;
import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.post;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.lineage.UpdateColumnBusinessMetadata;
import io.weirworks.contract.lineage.UpdateTableBusinessMetadata;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A pipeline of ours, a run of others behind it, and what people say of a table; told once. */
final class ClientPipeline {

  /** The run of others. */
  static final String RUN = UUID.randomUUID().toString();

  private static final Pipeline PIPELINE = new Pipeline("client");

  private static Instant toldAt = Instant.EPOCH;

  private ClientPipeline() {}

  /** Gives when the run of others ended; it had taken 7 s. */
  static synchronized Instant tell() throws Exception {
    if (toldAt.equals(Instant.EPOCH)) {
      toldAt = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
      for (NodeRun run : PIPELINE.runs()) {
        RunningLineage.tell(PIPELINE, run);
      }
      awaitAllRead(PIPELINE, "marker");
      peopleSpeak();
      post(API + "/lineage", event("START", toldAt.minusSeconds(7)));
      post(API + "/lineage", event("COMPLETE", toldAt));
      await()
          .atMost(PATIENCE)
          .until(() -> json(API + "/jobs/runs/" + RUN).path("state").asText().equals("COMPLETED"));
      await().atMost(PATIENCE).until(RunningLineage::hasReadAll);
    }
    return toldAt;
  }

  private static void peopleSpeak() throws Exception {
    accepted(
        UpdateTableBusinessMetadata.newBuilder()
            .setTable("client.report")
            .setDescription("Delays by airport")
            .setUsageNote("by day")
            .setOwner("ada")
            .setTags(List.of("gold", "daily"))
            .build());
    accepted(new UpdateColumnBusinessMetadata("client.report", "airport", "its full name"));
  }

  private static String event(String type, Instant time) {
    return RunsOfOthers.event(
        type, RUN, time.toString(), "client.job", "client.clean", "client.out");
  }
}
