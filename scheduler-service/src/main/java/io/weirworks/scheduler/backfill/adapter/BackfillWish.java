package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.messaging.Rejection;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.backfill.BackfillOrder;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.backfill.BizdateRange;
import io.weirworks.scheduler.generation.BackfillCycles;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.schemas.CommandError;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a StartBackfill asks for, as the core has it. */
final class BackfillWish {

  private BackfillWish() {}

  /** What is wrong with its fields; nothing where they can be read. */
  static Optional<Rejection> wrong(StartBackfill command) {
    return CommandCheck.bizdate("fromBizdate", command.getFromBizdate())
        .or(() -> CommandCheck.bizdate("toBizdate", command.getToBizdate()))
        .or(() -> furtherRanges(command))
        .or(() -> CommandCheck.constants(command.getParameters()))
        .or(() -> CommandCheck.text("name", command.getName()))
        .or(() -> timeOfDay("startTime", command.getStartTime()))
        .or(() -> timeOfDay("endTime", command.getEndTime()))
        .or(() -> unknownOrder(command));
  }

  private static Optional<Rejection> furtherRanges(StartBackfill command) {
    return command.getFurtherRanges().stream()
        .flatMap(range -> Stream.of(range.getFromBizdate(), range.getToBizdate()))
        .flatMap(text -> CommandCheck.bizdate("furtherRanges", text).stream())
        .findFirst();
  }

  private static Optional<Rejection> timeOfDay(String field, @Nullable String text) {
    try {
      if (text != null) {
        LocalTime.parse(text);
      }
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of(
          CommandCheck.rejection(
              CommandError.INVALID_PARAMETER,
              "A time of day is written HH:mm:ss, such as 08:30:00.",
              field,
              String.valueOf(text)));
    }
  }

  private static Optional<Rejection> unknownOrder(StartBackfill command) {
    return switch (command.getOrder()) {
      case ASC, DESC -> Optional.empty();
      case UNKNOWN ->
          Optional.of(
              CommandCheck.rejection(
                  CommandError.UNKNOWN_VALUE, "The order is ASC or DESC.", "order", "UNKNOWN"));
    };
  }

  static BackfillPlan plan(BackfillId id, StartBackfill command, DeployedWorkflow workflow) {
    return new BackfillPlan(
        id,
        workflow.id(),
        workflow.version(),
        ranges(command),
        BackfillOrder.valueOf(command.getOrder().name()),
        command.getParallelism(),
        command.getParameters(),
        new BackfillCycles(
            time(command.getStartTime(), BackfillCycles.ALL.from()),
            time(command.getEndTime(), BackfillCycles.ALL.to())),
        command.getImmediately(),
        !command.getAutoStart());
  }

  private static List<BizdateRange> ranges(StartBackfill command) {
    return Stream.concat(
            Stream.of(range(command.getFromBizdate(), command.getToBizdate())),
            command.getFurtherRanges().stream()
                .map(range -> range(range.getFromBizdate(), range.getToBizdate())))
        .toList();
  }

  private static BizdateRange range(String from, String to) {
    return new BizdateRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static LocalTime time(@Nullable String text, LocalTime otherwise) {
    return text == null ? otherwise : LocalTime.parse(text);
  }

  static String name(StartBackfill command) {
    return command.getName() != null
        ? command.getName()
        : "%s %s..%s"
            .formatted(command.getWorkflow(), command.getFromBizdate(), command.getToBizdate());
  }
}
