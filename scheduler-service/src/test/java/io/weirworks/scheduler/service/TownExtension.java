package io.weirworks.scheduler.service;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One town for all tests, since the names of topics are fixed. After each class: whatever happened,
 * nothing was lost, told twice or left without a cause.
 */
final class TownExtension implements ParameterResolver, AfterAllCallback {

  private static Town town(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Town.class, _ -> Town.build(), Town.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Town.class);
  }

  @Override
  public Town resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return town(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Tape tape = town(context).tape();
    everySubjectTellsItsEventsWithoutAGap(tape);
    everyEventHasAnActorAndACause(tape);
    assertThat(on(tape, TopicKind.DEAD_LETTERS)).isEmpty();
  }

  private static Stream<Tape.Entry> on(Tape tape, TopicKind kind) {
    String topic = Service.SCHEDULER.topic(kind);
    return tape.entries().filter(entry -> entry.topic().equals(topic));
  }

  /** I4. */
  private static void everySubjectTellsItsEventsWithoutAGap(Tape tape) {
    Map<String, List<Long>> sequences =
        on(tape, TopicKind.EVENTS)
            .collect(
                groupingBy(
                    entry -> entry.envelope().subject(),
                    mapping(entry -> entry.envelope().sequence(), toList())));
    assertThat(sequences)
        .isNotEmpty()
        .allSatisfy(
            (_, told) ->
                assertThat(told)
                    .isEqualTo(LongStream.rangeClosed(1, told.size()).boxed().toList()));
  }

  /** I6. */
  private static void everyEventHasAnActorAndACause(Tape tape) {
    assertThat(on(tape, TopicKind.EVENTS))
        .extracting(Tape.Entry::envelope)
        .allSatisfy(
            envelope -> {
              assertThat(envelope.actor()).isIn("user:ada", "service:scheduler");
              assertThat(envelope.causationId()).isNotBlank();
              assertThat(envelope.workspace()).isEqualTo(Workflows.WORKSPACE);
            });
  }
}
