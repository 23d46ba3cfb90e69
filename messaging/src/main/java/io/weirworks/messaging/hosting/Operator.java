package io.weirworks.messaging.hosting;

import io.micronaut.context.annotation.Requires;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.shard.Stop;
import io.weirworks.messaging.shard.Stopped;
import io.weirworks.messaging.storage.OperatorTable;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import io.weirworks.messaging.storage.OperatorTable.Told;
import io.weirworks.messaging.storage.Transactions;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down what an operator tells a shard, where it is about what the shard stands before. */
@Singleton
@Requires(beans = Messaging.class)
final class Operator {

  /** What becomes of an instruction. */
  sealed interface Answer {
    record Taken(ToldInstruction told) implements Answer {}

    record Malformed(InstructionRefusal refusal) implements Answer {}

    /** It is about nothing that stops a shard of this member. */
    record NotThere(InstructionRefusal refusal) implements Answer {}
  }

  private final DataSource database;
  private final Messaging messaging;
  private final InstantSource clock;

  Operator(DataSource database, Messaging messaging, InstantSource clock) {
    this.database = database;
    this.messaging = messaging;
    this.clock = clock;
  }

  List<ToldInstruction> told(int shard) throws SQLException {
    return Transactions.read(database, c -> OperatorTable.of(c, shard)).stream()
        .map(ToldInstruction::of)
        .toList();
  }

  Answer tell(int shard, NewInstruction wanted, @Nullable String actor) throws SQLException {
    String named = actor == null ? "" : actor;
    Optional<Rejection> unusable =
        CommandGateway.unusable(CommandGateway.ACTOR, named, EnvelopeHeaders.LONGEST_ACTOR);
    if (unusable.isPresent()) {
      return new Answer.Malformed(InstructionRefusal.of(unusable.get()));
    }
    Instruction instruction =
        new Instruction(wanted.topic(), shard, wanted.action(), wanted.argument());
    List<Stop> stops = stops(shard);
    if (stops.stream().noneMatch(stop -> stop.isSettledBy(instruction))) {
      return new Answer.NotThere(elsewhere(shard, wanted, stops));
    }
    Told told = new Told(instruction, named, clock.instant());
    Transactions.write(database, c -> OperatorTable.tell(c, told));
    return new Answer.Taken(ToldInstruction.of(told));
  }

  private List<Stop> stops(int shard) {
    return messaging.stopped().stream()
        .filter(stopped -> stopped.shard() == shard)
        .map(Stopped::before)
        .filter(Objects::nonNull)
        .toList();
  }

  private static InstructionRefusal elsewhere(int shard, NewInstruction wanted, List<Stop> stops) {
    String where =
        stops.isEmpty()
            ? "it does not stand before anything, or is another member's"
            : "it stands before: " + stops.getFirst();
    return new InstructionRefusal(
        CommandError.OPERATION_DENIED.code(),
        "%s of %s %s is not what shard %d waits for; %s"
            .formatted(wanted.action(), wanted.topic(), wanted.argument(), shard, where),
        "argument",
        wanted.argument());
  }
}
