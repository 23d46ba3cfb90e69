package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import org.junit.jupiter.api.Test;

/**
 * A pipeline of the kind that the product's example runs: files, a partitioned table, daily
 * aggregates, a report.
 */
class FlightsPipelineTest {
  private static final String SCRIPT =
      """
      CREATE DATABASE IF NOT EXISTS flights;
      USE flights;
      CREATE TABLE IF NOT EXISTS raw (date STRING, delay INT, distance INT, origin STRING, destination STRING)
        USING json LOCATION '/data/flights.json';
      CREATE OR REPLACE TEMPORARY VIEW airports (iata STRING, name STRING, city STRING)
        USING csv OPTIONS (path '/data/airports.csv', header 'true');
      CREATE TABLE IF NOT EXISTS clean (flight_date DATE, origin STRING, destination STRING, delay INT, dt STRING)
        USING parquet PARTITIONED BY (dt);
      INSERT OVERWRITE TABLE clean PARTITION (dt = '20010115')
      SELECT to_date(date, 'yyyy/MM/dd HH:mm'), origin, destination, CASE WHEN delay < 0 THEN 0 ELSE delay END
      FROM raw
      WHERE date_format(to_date(date, 'yyyy/MM/dd HH:mm'), 'yyyyMMdd') = '20010115' AND origin IS NOT NULL;
      CREATE TABLE IF NOT EXISTS route_delay (origin STRING, destination STRING, flights BIGINT, avg_delay DOUBLE, rank INT, dt STRING)
        USING parquet PARTITIONED BY (dt);
      WITH daily AS (
        SELECT origin, destination, count(*) AS flights, avg(delay) AS avg_delay
        FROM clean WHERE dt = '20010115' GROUP BY origin, destination)
      INSERT OVERWRITE TABLE route_delay PARTITION (dt = '20010115')
      SELECT origin, destination, flights, round(avg_delay, 2),
             row_number() OVER (PARTITION BY origin ORDER BY avg_delay DESC)
      FROM daily;
      CREATE TABLE report USING parquet AS
      SELECT a.name AS airport, b.city AS to_city, r.flights, r.avg_delay
      FROM route_delay r
      JOIN airports a ON r.origin = a.iata
      LEFT JOIN airports b ON r.destination = b.iata
      WHERE r.dt = '20010115' AND r.rank <= 3
      ORDER BY r.avg_delay DESC;
      SELECT * FROM report LIMIT 10
      """;

  private final Analysed flights = Analysed.spark(SCRIPT);

  private Analysed upTo(String statementStart) {
    int end = SCRIPT.indexOf(';', SCRIPT.indexOf(statementStart));
    return Analysed.spark(SCRIPT.substring(0, end));
  }

  @Test
  void everyStatementIsUnderstood() {
    assertThat(flights.script().diagnostics()).isEmpty();
    assertThat(flights.script().statements()).hasSize(10);
  }

  @Test
  void rawTableIsItsFileColumnByColumn() {
    assertThat(upTo("CREATE TABLE IF NOT EXISTS raw").direct())
        .contains("path:/data/flights.json.delay -> flights.raw.delay")
        .hasSize(5);
  }

  @Test
  void cleanPartitionIsMadeOfRawByPosition() {
    Analysed clean = upTo("INSERT OVERWRITE TABLE clean");
    assertThat(clean.inputs()).containsExactly("flights.raw");
    assertThat(clean.outputs()).containsExactly("flights.clean");
    assertThat(clean.edges())
        .containsExactly(
            "flights.raw.date -> flights.clean.flight_date TRANSFORMATION",
            "flights.raw.delay -> flights.clean.delay CONDITIONAL",
            "flights.raw.delay -> flights.clean.delay TRANSFORMATION",
            "flights.raw.destination -> flights.clean.destination IDENTITY",
            "flights.raw.origin -> flights.clean.origin IDENTITY");
    assertThat(clean.influences())
        .containsExactly("flights.raw.date FILTER", "flights.raw.origin FILTER");
  }

  @Test
  void dailyDelaysAreAggregatesOfClean() {
    Analysed delays = upTo("WITH daily");
    assertThat(delays.edges())
        .containsExactly(
            "flights.clean.* -> flights.route_delay.flights AGGREGATION",
            "flights.clean.delay -> flights.route_delay.avg_delay AGGREGATION",
            "flights.clean.delay -> flights.route_delay.rank WINDOW",
            "flights.clean.destination -> flights.route_delay.destination IDENTITY",
            "flights.clean.origin -> flights.route_delay.origin IDENTITY",
            "flights.clean.origin -> flights.route_delay.rank WINDOW");
    assertThat(delays.influences())
        .containsExactly(
            "flights.clean.destination GROUP_BY",
            "flights.clean.dt FILTER",
            "flights.clean.origin GROUP_BY");
  }

  @Test
  void reportJoinsTheAirportsFileTwice() {
    Analysed report = upTo("CREATE TABLE report");
    assertThat(report.inputs()).containsExactly("flights.route_delay", "path:/data/airports.csv");
    assertThat(report.edges())
        .containsExactly(
            "flights.route_delay.avg_delay -> flights.report.avg_delay IDENTITY",
            "flights.route_delay.flights -> flights.report.flights IDENTITY",
            "path:/data/airports.csv.city -> flights.report.to_city IDENTITY",
            "path:/data/airports.csv.name -> flights.report.airport IDENTITY");
    assertThat(report.influences())
        .containsExactly(
            "flights.route_delay.avg_delay SORT",
            "flights.route_delay.destination JOIN",
            "flights.route_delay.dt FILTER",
            "flights.route_delay.origin JOIN",
            "flights.route_delay.rank FILTER",
            "path:/data/airports.csv.iata JOIN");
  }

  @Test
  void bareSelectOfTheReportKnowsItsColumns() {
    assertThat(flights.direct()).contains("flights.report.airport -> <query>.airport").hasSize(4);
  }
}
