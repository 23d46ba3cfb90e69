package io.weirworks.acceptance.checker;

import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the event and reply topics of all services from their start and names every violation. */
public final class Checker {

  private Checker() {}

  /** Checks what the broker holds now. */
  public static List<Violation> check(String bootstrapServers) {
    TopicReading reading =
        new TopicReading(bootstrapServers, new AvroCodec(SchemaCatalogue.contract()));
    List<Seen> events = new ArrayList<>();
    List<Seen> replies = new ArrayList<>();
    for (Service service : Service.values()) {
      events.addAll(reading.read(service.topic(TopicKind.EVENTS)));
      replies.addAll(reading.read(service.topic(TopicKind.REPLIES)));
    }
    return check(events, replies);
  }

  /** Checks records in the order of each partition. */
  public static List<Violation> check(List<Seen> events, List<Seen> replies) {
    List<Violation> violations = new ArrayList<>(TerminalCheck.check(events));
    violations.addAll(new SequenceCheck().check(events));
    violations.addAll(CauseCheck.check(events, replies));
    return violations;
  }

  /** Exit code 0 where nothing is broken, 1 otherwise, 2 on wrong use. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: Checker BOOTSTRAP-SERVERS");
      System.exit(2);
    }
    List<Violation> violations = check(arguments[0]);
    violations.forEach(System.out::println);
    System.out.println(violations.size() + " violations of I1, I4, I6");
    System.exit(violations.isEmpty() ? 0 : 1);
  }
}
