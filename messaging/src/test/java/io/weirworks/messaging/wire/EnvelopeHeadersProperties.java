package io.weirworks.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.messaging.Envelope;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Precondition;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The envelope is what a subscriber reads from the headers. */
class EnvelopeHeadersProperties {

  private static final List<String> REQUIRED =
      List.of(
          CloudEventHeaders.ID,
          CloudEventHeaders.SOURCE,
          CloudEventHeaders.TYPE,
          CloudEventHeaders.TIME,
          CloudEventHeaders.ACTOR);

  private static Arbitrary<String> text(int most) {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(most)
        .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
  }

  private static Arbitrary<Instant> time() {
    return Arbitraries.longs()
        .between(0, 4_000_000_000_000_000L)
        .map(micros -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
  }

  private static Arbitrary<List<Precondition>> after() {
    return Combinators.combine(
            Arbitraries.strings().withCharRange('a', 'z').withChars('-', '/', ':').ofMinLength(1),
            Arbitraries.longs().between(0, Long.MAX_VALUE))
        .as(Precondition::new)
        .list()
        .ofMaxSize(4);
  }

  private record Who(
      String actor, @Nullable String onBehalfOf, @Nullable String causation, String correlation) {}

  @Provide
  Arbitrary<Envelope> envelopes() {
    Arbitrary<Who> who =
        Combinators.combine(text(50), text(50).injectNull(0.5), text(50).injectNull(0.5), text(50))
            .as(Who::new);
    return Combinators.combine(
            text(100),
            text(200),
            text(255),
            time(),
            text(40).injectNull(0.5),
            who,
            Arbitraries.longs().between(0, Long.MAX_VALUE),
            after())
        .as(
            (id, source, type, time, optional, people, sequence, after) ->
                new Envelope(
                    id,
                    source,
                    type,
                    optional == null ? "" : optional,
                    time,
                    optional,
                    people.actor(),
                    people.onBehalfOf(),
                    people.causation(),
                    people.correlation(),
                    sequence,
                    optional,
                    after,
                    optional));
  }

  @Property(tries = 500, seed = "1")
  void envelopeComesBackFromItsHeaders(@ForAll("envelopes") Envelope envelope) throws Exception {
    assertThat(EnvelopeHeaders.read(EnvelopeHeaders.write(envelope).list())).isEqualTo(envelope);
  }

  @Property(tries = 100, seed = "2")
  void envelopeWithoutARequiredAttributeIsRefusedByItsName(
      @ForAll("envelopes") Envelope envelope, @ForAll("required") String missing) {
    List<Header> headers =
        EnvelopeHeaders.write(envelope).list().stream()
            .filter(header -> !header.key().equals(missing))
            .toList();

    assertThatThrownBy(() -> EnvelopeHeaders.read(headers))
        .isInstanceOf(BadEnvelopeException.class)
        .hasMessage("header " + missing + " is missing");
  }

  @Provide
  Arbitrary<String> required() {
    return Arbitraries.of(REQUIRED);
  }

  @Property(tries = 200, seed = "3")
  void anyHeadersAreEitherAnEnvelopeOrABadOne(
      @ForAll("envelopes") Envelope envelope,
      @ForAll("attributes") String attribute,
      @ForAll String nonsense) {
    List<Header> headers = EnvelopeHeaders.write(envelope).add(attribute, nonsense).list();

    try {
      assertThat(EnvelopeHeaders.read(headers).id()).isNotEmpty();
    } catch (BadEnvelopeException e) {
      assertThat(e).hasMessageContaining("header ");
    }
  }

  @Provide
  Arbitrary<String> attributes() {
    return Arbitraries.of(
        CloudEventHeaders.ID,
        CloudEventHeaders.TIME,
        CloudEventHeaders.SEQUENCE,
        CloudEventHeaders.AFTER,
        CloudEventHeaders.ACTOR);
  }
}
