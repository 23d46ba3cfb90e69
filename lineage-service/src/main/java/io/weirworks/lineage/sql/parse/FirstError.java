package io.weirworks.lineage.sql.parse;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Ends parsing at the first error and remembers it: what follows the first is noise. */
final class FirstError extends BaseErrorListener {
  private static final int SHOWN = 120;

  private String message = "";
  private int codePointOffset;

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      @Nullable Object offendingSymbol,
      int line,
      int charPositionInLine,
      String message,
      @Nullable RecognitionException cause) {
    if (offendingSymbol instanceof Token token) {
      this.codePointOffset = Math.max(0, token.getStartIndex());
      this.message = describe(token);
    } else {
      this.message = message;
    }
    throw new ParseCancellationException(this.message);
  }

  private static String describe(Token token) {
    return token.getType() == Token.EOF
        ? "the statement ends too early"
        : "Spark's grammar does not expect '" + shortened(token.getText()) + "' here";
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  String message() {
    return message;
  }

  int codePointOffset() {
    return codePointOffset;
  }
}
