package io.weirworks.messaging.shard;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.weirworks.messaging.Envelope;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One span per decision, child of the record that asked for it; what the decision sends carries its
 * context on (W3C {@code traceparent}). Without an OpenTelemetry SDK the sender's context goes on
 * unchanged.
 */
final class Traces {

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final String TRACEPARENT = "traceparent";

  private final Tracer tracer = GlobalOpenTelemetry.getTracer("io.weirworks.messaging");

  boolean decided(Envelope envelope, Predicate<Envelope> decision) {
    if (envelope.traceparent() == null) {
      return decision.test(envelope);
    }
    Context parent = W3C.extract(Context.root(), envelope, EnvelopeGetter.INSTANCE);
    Span span =
        tracer
            .spanBuilder("decide " + envelope.type())
            .setParent(parent)
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.message.id", envelope.id())
            .startSpan();
    try {
      String[] carried = {envelope.traceparent()};
      W3C.inject(
          parent.with(span),
          carried,
          (carrier, name, value) -> {
            if (carrier != null && name.equals(TRACEPARENT)) {
              carrier[0] = value;
            }
          });
      return decision.test(envelope.withTraceparent(carried[0]));
    } finally {
      span.end();
    }
  }

  private enum EnvelopeGetter implements TextMapGetter<Envelope> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Envelope carrier) {
      return List.of(TRACEPARENT);
    }

    @Override
    public @Nullable String get(@Nullable Envelope carrier, String key) {
      return carrier != null && key.equals(TRACEPARENT) ? carrier.traceparent() : null;
    }
  }
}
