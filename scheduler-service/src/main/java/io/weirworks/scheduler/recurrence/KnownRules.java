package io.weirworks.scheduler.recurrence;

import java.time.zone.ZoneRules;

/**
 * The rules of a time zone as somebody knows them.
 *
 * @param version as tzdata names it, such as {@code 2025b}; {@link #FIXED} where the offset never
 *     changes
 */
public record KnownRules(String version, ZoneRules rules) {
  /** Of rules that no version of tzdata changes. */
  public static final String FIXED = "fixed";
}
