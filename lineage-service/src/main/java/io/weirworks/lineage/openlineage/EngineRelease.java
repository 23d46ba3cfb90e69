package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.openlineage.EngineEvent.Engine;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which engines' word on columns is taken (dataworks-semantics 7.1): a version below tells tables
 * only. Of EMR its release decides; of an open engine its own version.
 *
 * @param emr release such as 5.9.1, null where the engine is none of EMR's or it is not known
 * @param engine null where it is not told
 */
public record EngineRelease(@Nullable String emr, @Nullable Engine engine, Node node) {

  /** What kind of node the engine ran. */
  public enum Node {
    /** Hive and Spark SQL. */
    SQL("3.43.1", "5.9.1"),
    /** spark-submit. */
    SPARK("3.42.0", "5.8.0");

    private final String firstOfThree;
    private final String firstOfFive;

    Node(String firstOfThree, String firstOfFive) {
      this.firstOfThree = firstOfThree;
      this.firstOfFive = firstOfFive;
    }
  }

  private record Version(int major, int minor, int patch) implements Comparable<Version> {

    private static final Pattern FORM =
        Pattern.compile("^(?:EMR-)?(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?.*");

    static Optional<Version> of(@Nullable String text) {
      Matcher form = FORM.matcher(text == null ? "" : text.strip());
      return form.matches()
          ? Optional.of(new Version(part(form, 1), part(form, 2), part(form, 3)))
          : Optional.empty();
    }

    private static int part(Matcher form, int group) {
      return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }

    @Override
    public int compareTo(Version other) {
      return Arrays.compare(
          new int[] {major, minor, patch}, new int[] {other.major, other.minor, other.patch});
    }
  }

  private static final int FIRST_SPARK = 3;
  private static final int LINE_OF_THREE = 3;

  /** Whether edges between columns are taken; else those between tables alone. */
  public boolean tellsColumns() {
    return Version.of(emr).map(this::ofEmr).orElseGet(this::ofItsOwn);
  }

  /** Two lines of releases were made side by side; each has its own first version. */
  private boolean ofEmr(Version release) {
    String first = release.major() <= LINE_OF_THREE ? node.firstOfThree : node.firstOfFive;
    return release.compareTo(Version.of(first).orElseThrow()) >= 0;
  }

  private boolean ofItsOwn() {
    if (engine == null || !engine.name().toLowerCase(Locale.ROOT).contains("spark")) {
      return true;
    }
    return Version.of(engine.version()).map(v -> v.major() >= FIRST_SPARK).orElse(true);
  }
}
