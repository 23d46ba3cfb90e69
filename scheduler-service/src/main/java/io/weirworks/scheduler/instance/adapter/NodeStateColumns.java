package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.instance.NodeState;
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
 */
record NodeStateColumns(
    String state,
    boolean unconfirmed,
    boolean queued,
    int openUpstreams,
    @Nullable Instant since,
    @Nullable Instant due,
    @Nullable String code,
    @Nullable String reason) {

  static final List<String> NAMES =
      List.of("state", "unconfirmed", "queued", "open_upstreams", "since", "due", "code", "reason");

  private static final String NOT_RUN = "NOT_RUN";
  private static final String WAIT_TIME = "WAIT_TIME";
  private static final String WAIT_RESOURCE = "WAIT_RESOURCE";
  private static final String RUNNING = "RUNNING";
  private static final String CANCELLING = "CANCELLING";
  private static final String WAIT_RERUN = "WAIT_RERUN";
  private static final String SUCCESS = "SUCCESS";
  private static final String FAILURE = "FAILURE";
  private static final String CANCELLED = "CANCELLED";

  static NodeStateColumns of(NodeState state) {
    return switch (state) {
      case NodeState.NotRun(int open) -> plain(NOT_RUN, false, open, null, null);
      case NodeState.WaitTime(Instant due) -> plain(WAIT_TIME, false, 0, null, due);
      case NodeState.WaitRerun(Instant due) -> plain(WAIT_RERUN, false, 0, null, due);
      case NodeState.OnItsWay way -> onItsWay(way, false);
      case NodeState.Unconfirmed(NodeState.OnItsWay before) -> onItsWay(before, true);
      case NodeState.Cancelling(Instant startedAt, String reason) ->
          new NodeStateColumns(CANCELLING, false, false, 0, startedAt, null, null, reason);
      case NodeState.Success _ -> plain(SUCCESS, false, 0, null, null);
      case NodeState.Failure(String code, String message) ->
          new NodeStateColumns(FAILURE, false, false, 0, null, null, code, message);
      case NodeState.Cancelled(String reason) ->
          new NodeStateColumns(CANCELLED, false, false, 0, null, null, null, reason);
    };
  }

  private static NodeStateColumns onItsWay(NodeState.OnItsWay state, boolean unconfirmed) {
    return switch (state) {
      case NodeState.WaitResource(Instant since, boolean queued) ->
          new NodeStateColumns(WAIT_RESOURCE, unconfirmed, queued, 0, since, null, null, null);
      case NodeState.Running(Instant startedAt, Instant deadline) ->
          plain(RUNNING, unconfirmed, 0, startedAt, deadline);
    };
  }

  private static NodeStateColumns plain(
      String state, boolean unconfirmed, int open, @Nullable Instant since, @Nullable Instant due) {
    return new NodeStateColumns(state, unconfirmed, false, open, since, due, null, null);
  }

  /**
   * @throws SQLException where the columns say no state
   */
  static NodeState read(Columns row) throws SQLException {
    String state = row.text("state");
    return switch (state) {
      case NOT_RUN -> new NodeState.NotRun(row.integer("open_upstreams"));
      case WAIT_TIME -> new NodeState.WaitTime(row.time("due"));
      case WAIT_RERUN -> new NodeState.WaitRerun(row.time("due"));
      case WAIT_RESOURCE ->
          confirmed(row, new NodeState.WaitResource(row.time("since"), row.flag("queued")));
      case RUNNING -> confirmed(row, new NodeState.Running(row.time("since"), row.time("due")));
      case CANCELLING ->
          new NodeState.Cancelling(row.timeOrNull("since"), row.textOrNull("reason"));
      case SUCCESS -> new NodeState.Success();
      case FAILURE -> new NodeState.Failure(row.text("code"), row.text("reason"));
      case CANCELLED -> new NodeState.Cancelled(row.textOrNull("reason"));
      default -> throw new SQLException("column state holds '" + state + "'");
    };
  }

  private static NodeState confirmed(Columns row, NodeState.OnItsWay state) throws SQLException {
    return row.flag("unconfirmed") ? new NodeState.Unconfirmed(state) : state;
  }

  @Nullable Object[] values() {
    return new @Nullable Object[] {
      state, unconfirmed, queued, openUpstreams, since, due, code, reason
    };
  }
}
