package io.weirworks.lineage.sql;

import java.util.List;

/** Statements of the forms that pipelines use most. */
final class WarmUp {
  static final List<SqlScript> SCRIPTS =
      List.of(
          SqlScript.of(
              """
              CREATE TABLE IF NOT EXISTS d.target (a STRING, b BIGINT) PARTITIONED BY (dt STRING) STORED AS PARQUET;
              CREATE TEMPORARY VIEW raw USING json OPTIONS (path '/data/raw');
              WITH c AS (SELECT k, count(*) AS n, sum(CASE WHEN v > 0 THEN v ELSE 0 END) AS s FROM raw GROUP BY k)
              INSERT OVERWRITE TABLE d.target PARTITION (dt = '20260101')
              SELECT t.k, c.n + 1, row_number() OVER (PARTITION BY t.k ORDER BY c.s DESC) AS r
              FROM d.source t LEFT JOIN c ON t.k = c.k
              WHERE t.dt BETWEEN '20260101' AND '20260131' AND t.k IN ('a', 'b') AND t.k IS NOT NULL
              ORDER BY r LIMIT 10;
              SELECT * FROM (SELECT a FROM x UNION ALL SELECT b FROM y) u LATERAL VIEW explode(a) e AS f;
              """,
              Dialect.SPARK));

  private WarmUp() {}
}
