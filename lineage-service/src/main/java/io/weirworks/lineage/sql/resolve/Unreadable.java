package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Diagnostic;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * A statement that was parsed but gives no lineage: a form without a rule, or one that would grow
 * beyond all bounds.
 */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Diagnostic.Code code;
  private final transient Token place;

  private Unreadable(Diagnostic.Code code, String message, ParserRuleContext part) {
    super(message, null, false, false);
    this.code = code;
    this.place = part.getStart();
  }

  static Unreadable unknownForm(ParserRuleContext part) {
    String form = part.getClass().getSimpleName().replace("Context", "");
    return new Unreadable(
        Diagnostic.Code.UNSUPPORTED, "no lineage rule for the form '" + form + "'", part);
  }

  static Unreadable tooWide(int columns, ParserRuleContext part) {
    return new Unreadable(
        Diagnostic.Code.TOO_LARGE, "more than " + columns + " columns in one SELECT", part);
  }

  public Diagnostic.Code code() {
    return code;
  }

  /** Where, in code points of the parsed text. */
  public int codePointOffset() {
    return place.getStartIndex();
  }
}
