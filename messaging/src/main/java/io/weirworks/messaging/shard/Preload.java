package io.weirworks.messaging.shard;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.storage.CommandMemoryTable;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Precondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    values.forEach(this::load);
  }

  private void note(Input input) {
    switch (input) {
      case Input.Polled(ArrivedRecord record, Reading reading) -> note(record, reading);
      case Input.Unparked(var parked, Reading reading) -> note(parked.record(), reading);
      case Input.Refused(Input refused, var _) -> note(refused);
      case Input.Due _, Input.Buried _, Input.Skipped _ -> {}
    }
  }

  private void note(ArrivedRecord record, Reading reading) {
    Origin origin = routes.origin(record.topic());
    switch (reading) {
      case Reading.Understood(Envelope envelope, SpecificRecord value) -> {
        envelope.after().stream().map(Precondition::subject).forEach(subjects::add);
        if (origin == Origin.STATE) {
          subjects.add(envelope.subject());
          return;
        }
        boolean fromOutside =
            origin == Origin.COMMANDS || record.header(CloudEventHeaders.FORWARDED_TIME) != null;
        if (fromOutside) {
          keys.add(new CommandMemoryTable.Key(envelope.source(), envelope.id()));
        }
        Handler<?> handler = routes.handler(origin, fromOutside, envelope.type());
        if (handler != null) {
          values.computeIfAbsent(handler, h -> new ArrayList<>()).add(value);
        }
      }
      case Reading.Removed(Envelope envelope) -> subjects.add(envelope.subject());
      case Reading.NotUnderstood _, Reading.SchemaPending _ -> {}
    }
  }

  private <R extends SpecificRecord> void load(Handler<R> handler, List<SpecificRecord> records) {
    handler.load(records.stream().map(handler.type()::cast).toList(), work);
  }
}
