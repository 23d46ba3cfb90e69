package io.weirworks.scheduler.parameter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values into code (dataworks-semantics 2.7): <code>${name}</code> is replaced textually and
 * once, what was put in is not looked at again, and a name without a value stays as it is written.
 */
public final class Substitution {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(" + NAME + ")}");

  private Substitution() {}

  /** Positional values leave the code as it is: the shell itself expands {@code $1}. */
  public static String apply(String code, ParameterValues values) {
    return switch (values) {
      case ParameterValues.Positional _ -> code;
      case ParameterValues.Named named ->
          REFERENCE
              .matcher(code)
              .replaceAll(
                  match ->
                      Matcher.quoteReplacement(
                          named.values().getOrDefault(match.group(1), match.group())));
    };
  }

  /** How long {@link #apply} would make the code, in characters. */
  public static long length(String code, ParameterValues values) {
    return switch (values) {
      case ParameterValues.Positional _ -> code.length();
      case ParameterValues.Named named ->
          code.length()
              + REFERENCE
                  .matcher(code)
                  .results()
                  .mapToLong(
                      match ->
                          (long) named.values().getOrDefault(match.group(1), match.group()).length()
                              - match.group().length())
                  .sum();
    };
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
