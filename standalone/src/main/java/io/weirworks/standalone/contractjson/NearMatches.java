package io.weirworks.standalone.contractjson;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may have meant by a name that is not there. */
public final class NearMatches {

  private static final int MOST = 3;

  private NearMatches() {}

  /** At most three names, the nearest first: by edit distance, or because one holds the other. */
  public static List<String> of(String wrong, Collection<String> names) {
    String text = wrong.toLowerCase(Locale.ROOT);
    return names.stream()
        .distinct()
        .filter(name -> near(text, name.toLowerCase(Locale.ROOT)))
        .sorted(
            Comparator.comparingInt((String name) -> distance(text, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** {@code ; did you mean 'a' or 'b'?}, or else {@code ; known are a, b, c}. */
  public static String hint(String wrong, Collection<String> names) {
    List<String> near = of(wrong, names);
    return near.isEmpty()
        ? "; known are " + names.stream().sorted().collect(Collectors.joining(", "))
        : "; did you mean "
            + near.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "))
            + "?";
  }

  private static boolean near(String text, String name) {
    boolean held = text.length() > 2 && (name.contains(text) || text.contains(name));
    return held || distance(text, name) <= Math.max(1, text.length() / 3);
  }

  /** Levenshtein: how many letters to insert, remove or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
