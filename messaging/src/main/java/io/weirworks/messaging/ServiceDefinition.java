package io.weirworks.messaging;

import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import java.util.List;

/**
 * All that a service hands to messaging.
 *
 * @param service whose topics it reads commands from and tells events on
 * @param codec knows the schemas of everything below
 * @param commands handlers of what anybody may ask on the topic {@code commands}
 * @param internal handlers of our own services' commands on {@code internal}, continuations
 *     included
 * @param events handlers of other services' events
 * @param views state records of other services that are kept
 * @param listensTo other services' topics (events and state) that this service decides on
 * @param kinds every kind of subject, so that its state can be published
 */
public record ServiceDefinition(
    Service service,
    AvroCodec codec,
    List<Handler<?>> commands,
    List<Handler<?>> internal,
    List<Handler<?>> events,
    List<View<?>> views,
    List<String> listensTo,
    List<SubjectKind<?, ?>> kinds,
    List<TimerHandler> timers) {

  public ServiceDefinition {
    commands = List.copyOf(commands);
    internal = List.copyOf(internal);
    events = List.copyOf(events);
    views = List.copyOf(views);
    listensTo = List.copyOf(listensTo);
    kinds = List.copyOf(kinds);
    timers = List.copyOf(timers);
  }
}
