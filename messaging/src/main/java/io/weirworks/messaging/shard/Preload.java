package io.weirworks.messaging.shard;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.storage.CommandMemoryTable;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.schemas.Precondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Reads what a whole batch will need with one SELECT … IN per table, before the first decision. */
final class Preload {

  private final Routes routes;
  private final TransactionWork work;
  private final Memory memory;
  private final ViewKeeper views;

  private final Set<CommandMemoryTable.Key> keys = new HashSet<>();
  private final Set<String> subjects = new HashSet<>();
  private final Map<Handler<?>, List<SpecificRecord>> values = new HashMap<>();
  private final Map<String, Set<String>> timers = new HashMap<>();

  Preload(Routes routes, TransactionWork work, Memory memory, ViewKeeper views) {
    this.routes = routes;
    this.work = work;
    this.memory = memory;
    this.views = views;
  }

  void load(List<Input> inputs) {
    inputs.forEach(this::note);
    memory.load(keys);
    views.load(subjects);
    timers.forEach(this::load);
    values.forEach(this::load);
  }

  private void note(Input input) {
    switch (input) {
      case Input.OfRecord record -> note(record);
      case Input.Refused(Input.OfRecord record, var _) -> note(record);
      case Input.Buried buried -> noteKey(buried.original());
      case Input.Skipped(Input.OfRecord record, var _) -> noteKey(record);
      case Input.Skipped(Input.Due _, var _) -> {}
      case Input.Due(TimerTable.Timer timer) ->
          timers
              .computeIfAbsent(timer.key().kind(), _ -> new LinkedHashSet<>())
              .add(timer.key().subject());
    }
  }

  /** Nothing more of a record that is not decided: to load for it may be what failed. */
  private void noteKey(Input.OfRecord input) {
    if (input.reading() instanceof Reading.Understood(Envelope envelope, var _)
        && routes.isFromOutside(input.record())) {
      keys.add(new CommandMemoryTable.Key(envelope.source(), envelope.id()));
    }
  }

  private void note(Input.OfRecord input) {
    switch (input.reading()) {
      case Reading.Understood(Envelope envelope, SpecificRecord value) ->
          note(input, envelope, value);
      case Reading.Removed(Envelope envelope) -> subjects.add(envelope.subject());
      case Reading.NotUnderstood _, Reading.SchemaPending _ -> {}
    }
  }

  private void note(Input.OfRecord input, Envelope envelope, SpecificRecord value) {
    Origin origin = routes.origin(input.record().topic());
    envelope.after().stream().map(Precondition::subject).forEach(subjects::add);
    if (origin == Origin.STATE) {
      subjects.add(envelope.subject());
      return;
    }
    noteKey(input);
    Handler<?> handler =
        routes.handler(origin, routes.isFromOutside(input.record()), envelope.type());
    if (handler != null) {
      values.computeIfAbsent(handler, h -> new ArrayList<>()).add(value);
    }
  }

  private void load(String kind, Set<String> subjects) {
    List<String> held = DueTimers.of(work).read(kind, subjects, work);
    routes.timer(kind).load(held, work);
  }

  private <R extends SpecificRecord> void load(Handler<R> handler, List<SpecificRecord> records) {
    handler.load(records.stream().map(handler.type()::cast).toList(), work);
  }
}
