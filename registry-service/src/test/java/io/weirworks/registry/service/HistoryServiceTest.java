package io.weirworks.registry.service;

import static io.weirworks.registry.service.Commands.deploy;
import static io.weirworks.registry.service.FlowSpecs.daily;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of everything that the service has told (I4, I6). */
class HistoryServiceTest {

  private final RegistryTown town = RegistryTown.shared();

  @Test
  void everyEventNamesItsActorAndItsCauseAndNoSequenceHasAGap() {
    // given
    town.workspace("history");
    town.accepted(deploy("history", daily("job", "EMR_SHELL", "ls", "local")), "history");
    String id =
        town.accepted(deploy("history", daily("job", "EMR_SHELL", "pwd", "local")), "history")
            .getSubject();
    town.events(id, 2);
    List<TopicReader.Read> events = town.read(TopicKind.EVENTS);
    Map<String, String> actorByCommand =
        town.read(TopicKind.COMMANDS).stream()
            .collect(
                Collectors.toMap(
                    command -> command.header(CloudEventHeaders.ID),
                    command -> command.header(CloudEventHeaders.ACTOR),
                    (one, other) -> one));
    // then
    assertThat(events)
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.header(CloudEventHeaders.ACTOR))
                  .isEqualTo(actorByCommand.get(event.header(CloudEventHeaders.CAUSATION_ID)));
              assertThat(event.header(CloudEventHeaders.WORKSPACE)).isNotEmpty();
            });
    assertThat(
            events.stream()
                .collect(
                    Collectors.groupingBy(
                        event -> event.header(CloudEventHeaders.SUBJECT),
                        Collectors.mapping(
                            event -> Long.parseLong(event.header(CloudEventHeaders.SEQUENCE)),
                            Collectors.toList()))))
        .allSatisfy(
            (subject, sequences) ->
                assertThat(sequences)
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
  }
}
