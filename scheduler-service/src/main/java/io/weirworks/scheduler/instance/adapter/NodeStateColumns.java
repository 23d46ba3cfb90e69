package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.controlflow.LoopProgress;
import io.weirworks.scheduler.instance.LoopStop;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.schemas.RunError;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node's state as columns.
 *
 * @param state name of the state; of an unconfirmed one, the state to which a sign of life leads
 * @param unconfirmed its holder is silent
 * @param queued the executor has answered so
 * @param since when the present state or run began
 * @param due when its time or that of its timer comes
 * @param code why it failed
 * @param reason why it failed or was cancelled, for people
 * @param control the part that belongs to control flow, as JSON; null: there is none
 */
record NodeStateColumns(
    String state,
    boolean unconfirmed,
    boolean queued,
    int openUpstreams,
    @Nullable Instant since,
    @Nullable Instant due,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String control) {

  static final List<String> NAMES =
      List.of(
          "state",
          "unconfirmed",
          "queued",
          "open_upstreams",
          "since",
          "due",
          "code",
          "reason",
          "control");

  private static final String NOT_RUN = "NOT_RUN";
  private static final String WAIT_TIME = "WAIT_TIME";
  private static final String WAIT_OUTCOMES = "WAIT_OUTCOMES";
  private static final String WAIT_RESOURCE = "WAIT_RESOURCE";
  private static final String RUNNING = "RUNNING";
  private static final String CANCELLING = "CANCELLING";
  private static final String WAIT_RERUN = "WAIT_RERUN";
  private static final String WAIT_SIGNAL = "WAIT_SIGNAL";
  private static final String LOOPING = "LOOPING";
  private static final String SUCCESS = "SUCCESS";
  private static final String FAILURE = "FAILURE";
  private static final String CANCELLED = "CANCELLED";

  static NodeStateColumns of(NodeState state) {
    return switch (state) {
      case NodeState.NotRun(int open) -> plain(NOT_RUN, false, open, null, null);
      case NodeState.WaitTime(Instant due) -> plain(WAIT_TIME, false, 0, null, due);
      case NodeState.WaitOutcomes(Instant since, var awaited) ->
          plain(WAIT_OUTCOMES, false, 0, since, null).with(AwaitedColumn.write(awaited));
      case NodeState.WaitRerun(Instant due, var loop) ->
          plain(WAIT_RERUN, false, 0, null, due).with(ControlColumn.write(loop));
      case NodeState.WaitSignal(Instant since) -> plain(WAIT_SIGNAL, false, 0, since, null);
      case NodeState.Looping(Instant since, Instant due, var progress, LoopStop stop) ->
          looping(since, due, stop).with(ControlColumn.write(progress));
      case NodeState.OnItsWay way -> onItsWay(way, false);
      case NodeState.Unconfirmed(NodeState.OnItsWay before) -> onItsWay(before, true);
      case NodeState.Cancelling(Instant startedAt, String reason) ->
          new NodeStateColumns(CANCELLING, false, false, 0, startedAt, null, null, reason, null);
      case NodeState.Success(var completion) ->
          plain(SUCCESS, false, 0, null, null).with(ControlColumn.write(completion));
      case NodeState.Failure(String code, String message) ->
          new NodeStateColumns(FAILURE, false, false, 0, null, null, code, message, null);
      case NodeState.Cancelled(String reason) ->
          new NodeStateColumns(CANCELLED, false, false, 0, null, null, null, reason, null);
    };
  }

  private static NodeStateColumns onItsWay(NodeState.OnItsWay state, boolean unconfirmed) {
    return switch (state) {
      case NodeState.WaitResource(Instant since, boolean queued) ->
          new NodeStateColumns(
              WAIT_RESOURCE, unconfirmed, queued, 0, since, null, null, null, null);
      case NodeState.Running(Instant startedAt, Instant deadline) ->
          plain(RUNNING, unconfirmed, 0, startedAt, deadline);
    };
  }

  private static NodeStateColumns plain(
      String state, boolean unconfirmed, int open, @Nullable Instant since, @Nullable Instant due) {
    return new NodeStateColumns(state, unconfirmed, false, open, since, due, null, null, null);
  }

  /** What stops a loop is named by the code: its timeout or somebody's cancellation. */
  private static NodeStateColumns looping(Instant since, Instant due, @Nullable LoopStop stop) {
    return stop == null
        ? plain(LOOPING, false, 0, since, due)
        : new NodeStateColumns(
            LOOPING,
            false,
            false,
            0,
            since,
            due,
            stop.timedOut() ? RunError.TIMED_OUT.code() : RunError.CANCELLED.code(),
            stop.reason(),
            null);
  }

  private NodeStateColumns with(@Nullable String newControl) {
    return new NodeStateColumns(
        state, unconfirmed, queued, openUpstreams, since, due, code, reason, newControl);
  }

  /**
   * @throws SQLException where the columns say no state
   */
  static NodeState read(Columns row) throws SQLException {
    String state = row.text("state");
    return switch (state) {
      case NOT_RUN -> new NodeState.NotRun(row.integer("open_upstreams"));
      case WAIT_TIME -> new NodeState.WaitTime(row.time("due"));
      case WAIT_OUTCOMES ->
          new NodeState.WaitOutcomes(row.time("since"), AwaitedColumn.read(row.text("control")));
      case WAIT_RERUN -> new NodeState.WaitRerun(row.time("due"), progress(row));
      case WAIT_SIGNAL -> new NodeState.WaitSignal(row.time("since"));
      case LOOPING ->
          new NodeState.Looping(
              row.time("since"),
              row.time("due"),
              ControlColumn.progress(row.text("control")),
              stop(row));
      case WAIT_RESOURCE ->
          confirmed(row, new NodeState.WaitResource(row.time("since"), row.flag("queued")));
      case RUNNING -> confirmed(row, new NodeState.Running(row.time("since"), row.time("due")));
      case CANCELLING ->
          new NodeState.Cancelling(row.timeOrNull("since"), row.textOrNull("reason"));
      case SUCCESS -> new NodeState.Success(ControlColumn.completion(row.textOrNull("control")));
      case FAILURE -> new NodeState.Failure(row.text("code"), row.text("reason"));
      case CANCELLED -> new NodeState.Cancelled(row.textOrNull("reason"));
      default -> throw new SQLException("column state holds '" + state + "'");
    };
  }

  private static @Nullable LoopProgress progress(Columns row) throws SQLException {
    String control = row.textOrNull("control");
    return control == null ? null : ControlColumn.progress(control);
  }

  private static @Nullable LoopStop stop(Columns row) throws SQLException {
    String code = row.textOrNull("code");
    return code == null
        ? null
        : new LoopStop(code.equals(RunError.TIMED_OUT.code()), row.textOrNull("reason"));
  }

  private static NodeState confirmed(Columns row, NodeState.OnItsWay state) throws SQLException {
    return row.flag("unconfirmed") ? new NodeState.Unconfirmed(state) : state;
  }

  @Nullable Object[] values() {
    return new @Nullable Object[] {
      state, unconfirmed, queued, openUpstreams, since, due, code, reason, control
    };
  }
}
