package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.PathName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** {@code OPTIONS (path '/data/raw')}. */
final class Properties {
  private static final Pattern PATH =
      Pattern.compile("(?i)[`'\"]?path[`'\"]?=?(['\"])(?<path>.*)\\1");

  private Properties() {}

  /** The files that a list of options names, if it does. */
  static Optional<PathName> path(@Nullable ParserRuleContext options) {
    if (options == null) {
      return Optional.empty();
    }
    for (int i = 0; i < options.getChildCount(); i++) {
      Matcher path = PATH.matcher(options.getChild(i).getText());
      if (path.matches()) {
        return Optional.of(new PathName(path.group("path")));
      }
    }
    return Optional.empty();
  }
}
