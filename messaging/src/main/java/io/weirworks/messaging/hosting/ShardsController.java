package io.weirworks.messaging.hosting;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.weirworks.messaging.shard.Messaging;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shards that stopped, and what an operator tells them (DESIGN 2, 3.2). A stopped shard reads no
 * command, so an instruction is a row that its owner looks at with every try; the rows stay as the
 * record of who told what.
 */
@Controller("/shards")
@Requires(beans = Messaging.class)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "operation")
final class ShardsController {

  private final Messaging messaging;
  private final Operator operator;

  ShardsController(Messaging messaging, Operator operator) {
    this.messaging = messaging;
    this.operator = operator;
  }

  /**
   * Shards of this member that stand still or whose state topic does not follow, each with its
   * cause and the instruction that lets it go on; empty where all make progress.
   */
  @Get("/stopped")
  List<StoppedShard> stopped() {
    return messaging.stopped().stream().map(StoppedShard::of).toList();
  }

  /** Everything that a shard was ever told, by whom and when, oldest first. */
  @Get("/{shard}/instructions")
  List<ToldInstruction> told(int shard) throws SQLException {
    return operator.told(shard);
  }

  /**
   * Tells a stopped shard how to go on. Taken only while it stands before just that; followed
   * within some seconds.
   *
   * @param shard number of the shard
   * @param instruction as the list of stopped shards proposes it
   * @param actor who tells it; there is no default
   */
  @Post("/{shard}/instructions")
  @ApiResponse(
      responseCode = "201",
      description = "written down; the shard follows with its next try",
      content = @Content(schema = @Schema(implementation = ToldInstruction.class)))
  @ApiResponse(
      responseCode = "400",
      description = "nobody or nothing is named",
      content = @Content(schema = @Schema(implementation = InstructionRefusal.class)))
  @ApiResponse(
      responseCode = "409",
      description = "the shard does not stand before that, or is not this member's",
      content = @Content(schema = @Schema(implementation = InstructionRefusal.class)))
  HttpResponse<?> tell(
      int shard,
      @Body NewInstruction instruction,
      @Header(CommandGateway.ACTOR) @Nullable String actor)
      throws SQLException {
    return switch (operator.tell(shard, instruction, actor)) {
      case Operator.Answer.Taken(ToldInstruction told) -> HttpResponse.created(told);
      case Operator.Answer.Malformed(InstructionRefusal refusal) ->
          HttpResponse.badRequest(refusal);
      case Operator.Answer.NotThere(InstructionRefusal refusal) ->
          HttpResponse.status(HttpStatus.CONFLICT).body(refusal);
    };
  }
}
