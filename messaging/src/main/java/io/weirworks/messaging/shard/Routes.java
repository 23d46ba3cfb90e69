package io.weirworks.messaging.shard;

import io.weirworks.messaging.Handler;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.View;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.TopicKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Which handler a record goes to, by its topic and type. */
final class Routes {

  /** What a topic means to this service. */
  enum Origin {
    /** From outside: proven, remembered, answered. */
    COMMANDS,
    /** From our own services: neither remembered nor answered. */
    INTERNAL,
    EVENTS,
    STATE
  }

  private final Map<String, Origin> origins = new HashMap<>();
  private final Map<String, Handler<?>> commands;
  private final Map<String, Handler<?>> internal;
  private final Map<String, Handler<?>> events;
  private final Map<String, View<?>> views = new HashMap<>();
  private final Map<String, TimerHandler> timers = new HashMap<>();
  private final ServiceDefinition definition;

  Routes(ServiceDefinition definition) {
    this.definition = definition;
    origins.put(definition.service().topic(TopicKind.COMMANDS), Origin.COMMANDS);
    origins.put(definition.service().topic(TopicKind.INTERNAL), Origin.INTERNAL);
    for (String topic : definition.listensTo()) {
      origins.put(
          topic, topic.endsWith("." + TopicKind.STATE.suffix()) ? Origin.STATE : Origin.EVENTS);
    }
    commands = byType(definition.commands());
    internal = byType(definition.internal());
    events = byType(definition.events());
    definition.views().forEach(view -> views.put(typeName(view.type()), view));
    definition.timers().forEach(timer -> timers.put(timer.kind(), timer));
  }

  private static Map<String, Handler<?>> byType(List<Handler<?>> handlers) {
    Map<String, Handler<?>> all = new HashMap<>();
    for (Handler<?> handler : handlers) {
      if (all.put(typeName(handler.type()), handler) != null) {
        throw new IllegalArgumentException("two handlers for " + typeName(handler.type()));
      }
    }
    return all;
  }

  static String typeName(Class<? extends SpecificRecord> type) {
    return SpecificData.get().getSchema(type).getFullName();
  }

  /** The topics whose equal-numbered partitions are a shard. */
  List<String> topics() {
    return origins.keySet().stream().sorted().toList();
  }

  Origin origin(String topic) {
    Origin origin = origins.get(topic);
    if (origin == null) {
      throw new IllegalArgumentException("not subscribed to " + topic);
    }
    return origin;
  }

  /** Whether it is remembered and answered: read from {@code commands}, or forwarded from there. */
  boolean isFromOutside(ArrivedRecord record) {
    return origin(record.topic()) == Origin.COMMANDS
        || record.header(CloudEventHeaders.FORWARDED_TIME) != null;
  }

  /** Handler of a type; null where it is unknown here. */
  @Nullable Handler<?> handler(Origin origin, boolean fromOutside, String type) {
    return switch (origin) {
      case COMMANDS -> commands.get(type);
      case INTERNAL -> fromOutside ? commands.get(type) : internal.get(type);
      case EVENTS -> events.get(type);
      case STATE -> null;
    };
  }

  @Nullable View<?> view(String type) {
    return views.get(type);
  }

  TimerHandler timer(String kind) {
    TimerHandler handler = timers.get(kind);
    if (handler == null) {
      throw new IllegalStateException("no handler for timers of kind " + kind);
    }
    return handler;
  }

  ServiceDefinition definition() {
    return definition;
  }
}
