package io.weirworks.lineage.sql.parse.gap;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * SQL Server, PostgreSQL: {@code SELECT … INTO t FROM …} is {@code CREATE TABLE t AS SELECT … FROM
 * …}.
 */
final class SelectInto implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    int into = text.is(0, SqlBaseLexer.SELECT) ? text.find(SqlBaseLexer.INTO, 0) : -1;
    int from = into < 0 ? -1 : text.find(SqlBaseLexer.FROM, into);
    if (from < 0) {
      return text;
    }
    List<Token> create = new ArrayList<>();
    create.add(text.made(SqlBaseLexer.CREATE, 0));
    create.add(text.made(SqlBaseLexer.TABLE, 0));
    create.addAll(text.slice(into + 1, from));
    create.add(text.made(SqlBaseLexer.AS, 0));
    create.addAll(text.slice(0, into));
    return text.replaced(0, from, create);
  }
}
