package io.weirworks.acceptance.checker;

import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the event and reply topics of all services from their start and names every violation. */
public final class Checker {

  private static final String ENDED = "--ended";

  private Checker() {}

  /** Checks what the broker holds now. */
  public static List<Violation> check(String bootstrapServers) {
    // replies first: what they promise may still be on its way to the events
    List<Seen> replies = read(bootstrapServers, TopicKind.REPLIES);
    return check(read(bootstrapServers, TopicKind.EVENTS), replies);
  }

  /** As {@link #check(String)} where nothing goes on: what has begun must also have ended. */
  public static List<Violation> checkEnded(String bootstrapServers) {
    List<Seen> replies = read(bootstrapServers, TopicKind.REPLIES);
    return checkEnded(read(bootstrapServers, TopicKind.EVENTS), replies);
  }

  /** Checks records in the order of each partition. */
  public static List<Violation> check(List<Seen> events, List<Seen> replies) {
    List<Violation> violations = new ArrayList<>(TerminalCheck.check(events));
    violations.addAll(new SequenceCheck().check(events));
    violations.addAll(CauseCheck.check(events, replies));
    return violations;
  }

  /** As {@link #check(List, List)} where nothing goes on: what has begun must also have ended. */
  public static List<Violation> checkEnded(List<Seen> events, List<Seen> replies) {
    List<Violation> violations = new ArrayList<>(check(events, replies));
    violations.addAll(TerminalCheck.checkEnded(events));
    return violations;
  }

  private static List<Seen> read(String bootstrapServers, TopicKind kind) {
    TopicReading reading =
        new TopicReading(bootstrapServers, new AvroCodec(SchemaCatalogue.contract()));
    return Arrays.stream(Service.values())
        .flatMap(service -> reading.read(service.topic(kind)).stream())
        .toList();
  }

  /** Exit code 0 where nothing is broken, 1 otherwise, 2 on wrong use. */
  public static void main(String[] arguments) {
    boolean ended = arguments.length == 2 && arguments[1].equals(ENDED);
    if (arguments.length != 1 && !ended) {
      System.err.println("usage: Checker BOOTSTRAP-SERVERS [" + ENDED + "]");
      System.exit(2);
    }
    List<Violation> violations = ended ? checkEnded(arguments[0]) : check(arguments[0]);
    violations.forEach(System.out::println);
    System.out.println(violations.size() + " violations of I1, I4, I6");
    System.exit(violations.isEmpty() ? 0 : 1);
  }
}
