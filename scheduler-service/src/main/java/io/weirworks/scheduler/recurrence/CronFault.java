package io.weirworks.scheduler.recurrence;

/**
 * What is wrong with a cron expression.
 *
 * @param cron the whole expression
 * @param field such as {@code minute}; {@code cron} where it is the whole
 * @param value the wrong text
 * @param expected what would be right, as a phrase that follows "expected"
 */
public record CronFault(String cron, String field, String value, String expected) {
  /** The stable code of all of them. */
  public static final String CODE = "InvalidCron";

  /** One sentence: what, where, which value, what would be right. */
  public String sentence() {
    return "%s in the %s of '%s': '%s'; expected %s"
        .formatted(CODE, field.equals("cron") ? "form" : field, cron, value, expected);
  }
}
