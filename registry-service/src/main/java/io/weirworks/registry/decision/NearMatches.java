package io.weirworks.registry.decision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody probably meant by a name that is not known. */
public final class NearMatches {
  private static final int MOST = 3;
  private static final int LONGEST = 64;
  private static final int MOST_COMPARED = 700;

  /** Two errors, such as two letters exchanged, leave nothing of a name shorter than this. */
  private static final int SHORT = 4;

  private NearMatches() {}

  /** " (did you mean A or B?)" for the names near to {@code wrong}, or the empty text. */
  public static String hint(String wrong, Collection<String> known) {
    List<String> near = of(wrong, known);
    return near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)";
  }

  /**
   * At most three of {@code known} that a few typing errors, letter case apart, turn into {@code
   * wrong}; nearest first.
   */
  public static List<String> of(String wrong, Collection<String> known) {
    if (wrong.isEmpty() || wrong.length() > LONGEST) {
      return List.of();
    }
    String sought = wrong.toLowerCase(Locale.ROOT);
    int tolerated = sought.length() < SHORT ? 1 : Math.max(2, sought.length() / 4);
    record Candidate(String name, int distance) {}
    return known.stream()
        .limit(MOST_COMPARED)
        .filter(name -> Math.abs(name.length() - sought.length()) <= tolerated)
        .map(name -> new Candidate(name, distance(sought, name.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() <= tolerated)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /** Levenshtein's distance: insertions, deletions and replacements of one character. */
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
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
