package io.weirworks.executor.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.runlog.SecretMask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The OpenLineage events of an ended run that lineage needs, masked and cut to what commands hold.
 *
 * @param commands the events of each command to be sent, in the order in which they were told
 * @param dropped events that were left out or lost
 * @param missing why events may be missing beyond those that were too many or too large; null where
 *     none is known to be
 */
public record LineageEvents(List<List<String>> commands, int dropped, @Nullable String missing) {
  /** Of a run that nobody listened to. */
  public static final LineageEvents NONE = new LineageEvents(List.of(), 0, null);

  /** What is told of a run whose files cannot be read. */
  public static LineageEvents unread(String reason) {
    return new LineageEvents(List.of(), 1, reason);
  }

  /** Whether there is anything to tell: a run that wrote and lost nothing has nothing. */
  public boolean isEmpty() {
    return commands.isEmpty() && dropped == 0;
  }

  /** Reads what the run of these files left; {@link #NONE} where nobody listened to it. */
  public static LineageEvents read(RunPaths paths, SecretMask mask, LineageLimits limits)
      throws IOException {
    Optional<HookAccount> account = HookAccount.read(paths.lineageAccount());
    if (account.isEmpty()) {
      return NONE;
    }
    Selection selection = new Selection(limits);
    int tooLong =
        EventLines.read(paths.openLineage(), limits, line -> selection.hear(mask.mask(line)));
    String missing = account.get().missing().orElse(null);
    List<List<String>> commands = selection.commands();
    int dropped = selection.dropped + tooLong + (missing == null ? 0 : 1);
    return new LineageEvents(commands, dropped, missing);
  }

  /** Which events are told: last words, and what is in no last word. */
  private static final class Selection {
    private final LineageLimits limits;
    private final List<OpenLineageEvent> heard = new ArrayList<>();
    private final Map<String, Set<UUID>> lastWords = new HashMap<>();
    private int dropped;

    Selection(LineageLimits limits) {
      this.limits = limits;
    }

    void hear(String line) {
      Optional<OpenLineageEvent> event = OpenLineageEvent.parse(line);
      if (event.isEmpty()) {
        dropped++;
        return;
      }
      OpenLineageEvent one = event.get();
      if (one.ended()) {
        lastWords.computeIfAbsent(one.run(), run -> new HashSet<>()).addAll(one.facts());
      }
      if (one.ended() || one.writes()) {
        heard.add(one);
      }
    }

    private boolean isNeeded(OpenLineageEvent event) {
      return event.ended()
          || !lastWords.getOrDefault(event.run(), Set.of()).containsAll(event.facts());
    }

    List<List<String>> commands() {
      List<List<String>> commands = new ArrayList<>();
      int told = 0;
      long bytes = 0;
      for (OpenLineageEvent event : heard) {
        if (!isNeeded(event)) {
          continue;
        }
        int size = event.text().getBytes(UTF_8).length;
        boolean next = commands.isEmpty() || bytes + size > limits.commandBytes();
        if (told == limits.events() || (next && commands.size() == limits.commands())) {
          dropped++;
          continue;
        }
        if (next) {
          commands.add(new ArrayList<>());
          bytes = 0;
        }
        commands.getLast().add(event.text());
        bytes += size;
        told++;
      }
      return commands;
    }
  }
}
