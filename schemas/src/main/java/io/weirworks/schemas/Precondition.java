package io.weirworks.schemas;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One element of the header {@code ce_after}: the receiver of the command must have read the
 * subject up to this sequence. In the header: {@code <sequence, 19 digits>:<subject>}, elements
 * separated by a blank; a subject holds no blank.
 *
 * @param subject id of what must have been read
 * @param sequence the least sequence of it that is new enough
 */
public record Precondition(String subject, long sequence) {

  /** Refuses a subject that the header could not carry. */
  public Precondition {
    if (subject.isEmpty() || subject.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "the subject of a precondition is not empty and holds no blank, got \"" + subject + "\"");
    }
  }

  /** The header value for these preconditions; empty text for none. */
  public static String format(List<Precondition> preconditions) {
    return preconditions.stream()
        .map(each -> Sequence.format(each.sequence()) + ":" + each.subject())
        .collect(Collectors.joining(" "));
  }

  /**
   * The preconditions in a header value, in its order.
   *
   * @throws IllegalArgumentException when the text is malformed; the message shows the element
   */
  public static List<Precondition> parse(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(" ", -1)).map(Precondition::one).toList();
  }

  private static Precondition one(String element) {
    int colon = element.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "expected <19 digits>:<subject> in ce_after, got \"" + element + "\"");
    }
    return new Precondition(
        element.substring(colon + 1), Sequence.parse(element.substring(0, colon)));
  }
}
