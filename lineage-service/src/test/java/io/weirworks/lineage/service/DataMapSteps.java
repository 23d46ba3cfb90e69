package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.messaging.client.Reply;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What anybody may ask of the Data Map. */
final class DataMapSteps {

  private DataMapSteps() {}

  static List<String> found(String path) throws Exception {
    List<String> ids = new ArrayList<>();
    json(path).path("hits").forEach(hit -> ids.add(hit.path("id").asText()));
    return ids;
  }

  static String accepted(SpecificRecord command) throws Exception {
    Reply reply = KAFKA.ask(command);
    assertThat(reply).isInstanceOf(Reply.Accepted.class);
    return ((Reply.Accepted) reply).subject();
  }

  static String refused(SpecificRecord command) throws Exception {
    Reply reply = KAFKA.ask(command);
    assertThat(reply).isInstanceOf(Reply.Rejected.class);
    var rejection = ((Reply.Rejected) reply).rejection();
    return rejection.code() + " " + rejection.field();
  }
}
