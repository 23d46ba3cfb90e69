package io.weirworks.lineage.sql.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierSeqContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultipartIdentifierContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QualifiedNameContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLitContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableIdentifierContext;

/**
 * Identifiers and string literals as the names and texts they stand for: without quotes, escapes
 * undone.
 */
public final class Names {
  private Names() {}

  public static String of(ParserRuleContext identifier) {
    return identifier.getStart().getType() == SqlBaseLexer.IDENTIFIER_KW
        ? literal(identifier).orElseGet(() -> unquoted(identifier.getText()))
        : unquoted(identifier.getText());
  }

  /** {@code IDENTIFIER('name')}. */
  private static Optional<String> literal(ParserRuleContext identifier) {
    ParserRuleContext part = identifier;
    while (part.getChildCount() > 0 && part.getChild(0) instanceof ParserRuleContext first) {
      if (first instanceof IdentifierLiteralContext literal) {
        return Optional.of(text(literal.stringLit()));
      }
      part = first;
    }
    return Optional.empty();
  }

  public static List<String> of(MultipartIdentifierContext name) {
    return name.parts.stream().map(Names::of).toList();
  }

  public static List<String> of(QualifiedNameContext name) {
    return name.identifier().stream().map(Names::of).toList();
  }

  public static List<String> of(IdentifierListContext list) {
    return of(list.identifierSeq());
  }

  public static List<String> of(IdentifierSeqContext sequence) {
    return sequence.ident.stream().map(Names::of).toList();
  }

  public static List<String> of(TableIdentifierContext name) {
    return name.errorCapturingIdentifier().stream().map(Names::of).toList();
  }

  public static List<String> ofAll(List<IdentifierContext> identifiers) {
    return identifiers.stream().map(Names::of).toList();
  }

  /** Adjacent literals are one text. */
  public static String text(StringLitContext literal) {
    StringBuilder text = new StringBuilder();
    literal.singleStringLit().forEach(part -> text.append(stringContent(part.getText())));
    return text.toString();
  }

  /** A literal that stands alone, such as that behind DATE. */
  public static String unquotedText(ParserRuleContext literal) {
    return stringContent(literal.getText());
  }

  /** An identifier's text as the name it stands for. */
  public static String unquoted(String identifier) {
    if (identifier.length() < 2) {
      return identifier;
    }
    char quote = identifier.charAt(0);
    boolean quoted = (quote == '`' || quote == '"') && identifier.endsWith(String.valueOf(quote));
    return quoted
        ? identifier
            .substring(1, identifier.length() - 1)
            .replace(String.valueOf(quote) + quote, String.valueOf(quote))
        : identifier;
  }

  private static String stringContent(String literal) {
    int open = literal.indexOf(literal.charAt(literal.length() - 1));
    return open < 0 || open >= literal.length() - 1
        ? literal
        : literal.substring(open + 1, literal.length() - 1);
  }
}
