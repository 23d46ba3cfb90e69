package io.weirworks.messaging.bank;

import org.jspecify.annotations.Nullable;

/** An account; pure, as the services' domains are. */
record Account(
    String id, String holder, long balance, String note, long noteSequence, long salarySequence) {

  sealed interface Event {
    record Opened(String id, String holder) implements Event {}

    record Deposited(long amount, long salarySequence) implements Event {}

    record Planned() implements Event {}

    record FriendTold(String friend) implements Event {}

    record NoteSet(String note, long sequence) implements Event {}

    record Whispered(String note) implements Event {}

    record NoteRefused(String code) implements Event {}

    record Bloated(int bytes) implements Event {}

    record Closed() implements Event {}
  }

  static @Nullable Account evolve(@Nullable Account before, Event event) {
    if (event instanceof Event.Opened(String id, String holder)) {
      return new Account(id, holder, 0, "", 0, 0);
    }
    if (before == null) {
      throw new IllegalStateException(event + " of an account that does not exist");
    }
    return switch (event) {
      case Event.Opened _ -> before;
      case Event.Deposited(long amount, long salary) ->
          new Account(
              before.id,
              before.holder,
              before.balance + amount,
              before.note,
              before.noteSequence,
              Math.max(before.salarySequence, salary));
      case Event.NoteSet(String note, long sequence) ->
          new Account(
              before.id, before.holder, before.balance, note, sequence, before.salarySequence);
      case Event.Whispered(String note) ->
          new Account(
              before.id,
              before.holder,
              before.balance,
              note,
              before.noteSequence,
              before.salarySequence);
      case Event.Planned _, Event.FriendTold _, Event.NoteRefused _, Event.Bloated _ -> before;
      case Event.Closed _ -> null;
    };
  }
}
