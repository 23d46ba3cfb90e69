package io.weirworks.standalone.command;

import io.weirworks.schemas.Service;
import io.weirworks.standalone.follow.FlowEnd;
import io.weirworks.standalone.follow.FlowFollower;
import io.weirworks.standalone.follow.FlowProgress;
import io.weirworks.standalone.follow.FlowView;
import io.weirworks.standalone.follow.LineView;
import io.weirworks.standalone.follow.LiveView;
import io.weirworks.standalone.follow.NodeOrder;
import io.weirworks.standalone.follow.TerminalSize;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Starts a flow and, where asked to, follows it to its end.
 *
 * @param workspace of the workflow, by name
 * @param workflow its name
 */
record Following(
    Surroundings surroundings,
    String bootstrapServers,
    ReplyOption replies,
    String workspace,
    String workflow) {

  /** The exit code: 0 when it was accepted and, where awaited, succeeded; else 1. */
  int start(SpecificRecord command, boolean wait) {
    Publishing publishing = new Publishing(surroundings, bootstrapServers, replies);
    if (!wait) {
      return publishing.publish(Service.SCHEDULER, command).isPresent() ? 0 : 1;
    }
    try (FlowFollower follower = new FlowFollower(bootstrapServers)) {
      Optional<String> root = publishing.publish(Service.SCHEDULER, command);
      if (root.isEmpty()) {
        return 1;
      }
      FlowView view = view(surroundings, bootstrapServers, workspace, workflow);
      FlowProgress end = follower.follow(root.get(), view);
      FlowEnd.lines(end).forEach(surroundings::print);
      return FlowEnd.succeeded(end) ? 0 : 1;
    }
  }

  /** Draws the flow on a terminal; elsewhere tells of it line by line. */
  static FlowView view(
      Surroundings surroundings, String bootstrapServers, String workspace, String workflow) {
    InstantSource clock = InstantSource.system();
    return surroundings.terminal()
        ? new LiveView(
            surroundings.out(),
            clock,
            NodeOrder.read(bootstrapServers, workspace, workflow),
            TerminalSize.read())
        : new LineView(surroundings::print, clock);
  }
}
