-- The SQL nodes of examples/flights/flights.yaml, in order; data_dir and out_dir are ${dir}.

CREATE DATABASE IF NOT EXISTS flights;

-- Tables over the files as they came: loaded once, read each day.
CREATE TABLE IF NOT EXISTS flights.raw_flights (
  `date`      STRING COMMENT 'yyyy/MM/dd HH:mm',
  delay       INT    COMMENT 'minutes, negative: early',
  distance    INT    COMMENT 'miles',
  origin      STRING COMMENT 'IATA code',
  destination STRING COMMENT 'IATA code')
USING json LOCATION '${dir}/flights-10k.json';

CREATE TABLE IF NOT EXISTS flights.airports (
  iata STRING, name STRING, city STRING, state STRING, country STRING, latitude DOUBLE, longitude DOUBLE)
USING csv OPTIONS (header 'true') LOCATION '${dir}/airports.csv';

CREATE TABLE IF NOT EXISTS flights.clean_flights (
  departure TIMESTAMP, origin STRING, destination STRING, delay INT, distance INT, ds STRING)
USING parquet PARTITIONED BY (ds);

INSERT OVERWRITE TABLE flights.clean_flights PARTITION (ds = '20010115')
SELECT to_timestamp(r.`date`, 'yyyy/MM/dd HH:mm'), r.origin, r.destination, r.delay, r.distance
FROM flights.raw_flights r
WHERE replace(substr(r.`date`, 1, 10), '/', '') = '20010115'
  AND r.delay IS NOT NULL
  AND r.origin <> r.destination;

CREATE TABLE IF NOT EXISTS flights.route_delays (
  origin STRING, destination STRING, flights BIGINT, late_flights BIGINT, delay_minutes BIGINT, worst_delay INT, ds STRING)
USING parquet PARTITIONED BY (ds);

-- Late is 15 minutes or more after schedule, as the Bureau of Transportation Statistics counts.
INSERT OVERWRITE TABLE flights.route_delays PARTITION (ds = '20010115')
SELECT c.origin, c.destination, count(1), sum(CASE WHEN c.delay >= 15 THEN 1 ELSE 0 END), sum(c.delay), max(c.delay)
FROM flights.clean_flights c
WHERE c.ds = '20010115'
GROUP BY c.origin, c.destination;

CREATE TABLE IF NOT EXISTS flights.airport_report (
  airport STRING, name STRING, city STRING, state STRING, routes BIGINT, flights BIGINT, late_flights BIGINT,
  avg_delay DECIMAL(9,2) COMMENT 'minutes', worst_delay INT COMMENT 'minutes', ds STRING)
USING parquet PARTITIONED BY (ds);

INSERT OVERWRITE TABLE flights.airport_report PARTITION (ds = '20010115')
SELECT d.origin, a.name, a.city, a.state, count(1), sum(d.flights), sum(d.late_flights),
       CAST(round(sum(d.delay_minutes) / sum(d.flights), 2) AS DECIMAL(9,2)), max(d.worst_delay)
FROM flights.route_delays d
JOIN flights.airports a ON a.iata = d.origin
WHERE d.ds = '20010115'
GROUP BY d.origin, a.name, a.city, a.state;

-- For the shell node that follows: one file a day, sorted.
INSERT OVERWRITE DIRECTORY '${dir}/airport_report/20010115' USING csv
SELECT /*+ REPARTITION(1) */ r.airport, r.name, r.city, r.state, r.routes, r.flights, r.late_flights, r.avg_delay, r.worst_delay
FROM flights.airport_report r
WHERE r.ds = '20010115'
ORDER BY r.avg_delay DESC, r.airport;
