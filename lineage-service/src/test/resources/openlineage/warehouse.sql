-- A small warehouse from its sources to its reports, written after the rules of docs/lineage.md were: what Spark says it did is in warehouse.events.jsonl.
CREATE DATABASE IF NOT EXISTS mart;
USE mart;
CREATE TABLE parts (part_id BIGINT, name STRING, brand STRING, price DECIMAL(12,2), attributes MAP<STRING, STRING>) USING parquet;
INSERT INTO parts VALUES (1, 'bolt', 'Acme', 1.50, map('size', 'M4')), (2, 'nut', 'Acme', 0.75, map('size', 'M4', 'coat', 'zinc')), (3, 'gear', 'Brill', 12.00, map());
CREATE TABLE suppliers (supplier_id BIGINT, supplier_name STRING, nation STRING, contact STRUCT<mail: STRING, phone: STRING>) USING parquet;
INSERT INTO suppliers SELECT 1, 'North', 'NO', named_struct('mail', 'n@example.org', 'phone', '1') UNION ALL SELECT 2, 'South', 'PT', named_struct('mail', 's@example.org', 'phone', '2');
CREATE TABLE lines (order_id BIGINT, part_id BIGINT, supplier_id BIGINT, quantity INT, discount DOUBLE, shipped DATE) USING parquet;
INSERT INTO lines VALUES (1, 1, 1, 100, 0.1, DATE '2026-02-01'), (1, 2, 1, 50, 0.0, DATE '2026-02-02'), (2, 3, 2, 4, 0.2, DATE '2026-02-02');
-- joins: three tables, using, full, cross
CREATE TABLE sold USING parquet AS SELECT l.order_id, p.name AS part, s.supplier_name AS supplier, l.quantity * p.price * (1 - l.discount) AS value FROM lines l JOIN parts p ON p.part_id = l.part_id JOIN suppliers s ON s.supplier_id = l.supplier_id;
CREATE TABLE joined USING parquet AS SELECT part_id, name, quantity FROM lines FULL OUTER JOIN parts USING (part_id);
CREATE TABLE pairs USING parquet AS SELECT p.name, s.supplier_name FROM parts p CROSS JOIN suppliers s;
CREATE TABLE unsold USING parquet AS SELECT p.part_id, p.name FROM parts p LEFT ANTI JOIN lines l ON l.part_id = p.part_id;
-- a struct's fields, a map's values
CREATE TABLE contacts USING parquet AS SELECT supplier_id, contact.mail AS mail, contact.phone AS phone FROM suppliers;
CREATE TABLE coats USING parquet AS SELECT part_id, attributes['coat'] AS coat, size(attributes) AS many FROM parts;
CREATE TABLE attribute_rows USING parquet AS SELECT part_id, k, v FROM parts LATERAL VIEW explode(attributes) a AS k, v;
-- grouping: having, rollup, distinct aggregates, filter
CREATE TABLE nation_totals USING parquet AS SELECT s.nation, count(DISTINCT l.order_id) AS orders, sum(l.quantity) AS pieces FROM lines l JOIN suppliers s ON s.supplier_id = l.supplier_id GROUP BY s.nation HAVING sum(l.quantity) > 1;
CREATE TABLE rolled USING parquet AS SELECT brand, name, sum(price) AS total FROM parts GROUP BY ROLLUP (brand, name);
CREATE TABLE late USING parquet AS SELECT supplier_id, count(*) FILTER (WHERE shipped > DATE '2026-02-01') AS late_lines FROM lines GROUP BY supplier_id;
-- windows
CREATE TABLE running USING parquet AS SELECT order_id, part_id, sum(quantity) OVER (PARTITION BY supplier_id ORDER BY shipped ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS so_far FROM lines;
CREATE TABLE latest USING parquet AS SELECT order_id, part_id FROM (SELECT order_id, part_id, row_number() OVER (PARTITION BY part_id ORDER BY shipped DESC) AS place FROM lines) t WHERE place = 1;
-- nested common table expressions, one used twice
CREATE TABLE shares USING parquet AS WITH v AS (SELECT part, value FROM sold), t AS (SELECT sum(value) AS total FROM v) SELECT v.part, v.value / t.total AS share FROM v CROSS JOIN t;
-- sets
CREATE TABLE both_kinds USING parquet AS SELECT part_id FROM parts INTERSECT SELECT part_id FROM lines;
CREATE TABLE never USING parquet AS SELECT part_id FROM parts EXCEPT SELECT part_id FROM lines;
-- expressions
CREATE TABLE labels USING parquet AS SELECT part_id, coalesce(brand, name, 'none') AS label, if(price > 10, 'dear', 'cheap') AS class, cast(price AS INT) AS whole, price BETWEEN 1 AND 2 AS usual FROM parts;
CREATE TABLE ordered USING parquet AS SELECT order_id, quantity FROM lines ORDER BY shipped LIMIT 2;
CREATE TABLE sorted USING parquet AS SELECT part_id, price FROM parts SORT BY brand;
-- subqueries
CREATE TABLE dearest USING parquet AS SELECT name FROM parts WHERE price = (SELECT max(price) FROM parts);
CREATE TABLE with_lines USING parquet AS SELECT p.name FROM parts p WHERE EXISTS (SELECT 1 FROM lines l WHERE l.part_id = p.part_id AND l.quantity > 5);
CREATE TABLE lonely USING parquet AS SELECT s.supplier_name FROM suppliers s WHERE s.supplier_id NOT IN (SELECT supplier_id FROM lines);
CREATE TABLE per_part USING parquet AS SELECT p.part_id, (SELECT max(l.shipped) FROM lines l WHERE l.part_id = p.part_id) AS last_shipped FROM parts p;
-- views over views
CREATE VIEW acme AS SELECT part_id, name, price FROM parts WHERE brand = 'Acme';
CREATE VIEW acme_lines AS SELECT a.name, l.quantity, l.quantity * a.price AS gross FROM acme a JOIN lines l ON l.part_id = a.part_id;
CREATE TABLE acme_report USING parquet AS SELECT name, sum(gross) AS gross, avg(quantity) AS mean FROM acme_lines GROUP BY name;
CREATE TEMPORARY VIEW cheap_parts AS SELECT part_id AS id, name FROM parts WHERE price < 10;
CREATE TABLE cheap_lines USING parquet AS SELECT c.name, l.quantity FROM cheap_parts c JOIN lines l ON l.part_id = c.id;
-- partitions, by two columns
CREATE TABLE shipped_lines (order_id BIGINT, quantity INT, year INT, nation STRING) USING parquet PARTITIONED BY (year, nation);
INSERT OVERWRITE TABLE shipped_lines PARTITION (year = 2026, nation) SELECT l.order_id, l.quantity, s.nation FROM lines l JOIN suppliers s ON s.supplier_id = l.supplier_id;
INSERT INTO shipped_lines PARTITION (year = 2025, nation = 'DE') SELECT order_id, quantity FROM lines WHERE quantity > 10;
CREATE TABLE yearly USING parquet AS SELECT year, sum(quantity) AS pieces FROM shipped_lines GROUP BY year;
-- by name, unpivoted, a table of values
CREATE TABLE targets (pieces BIGINT, nation STRING) USING parquet;
INSERT INTO targets BY NAME SELECT nation, pieces * 2 AS pieces FROM nation_totals;
CREATE TABLE tall USING parquet AS SELECT * FROM (SELECT nation, orders, pieces FROM nation_totals) UNPIVOT (amount FOR measure IN (orders, pieces));
CREATE TABLE rated USING parquet AS SELECT p.name, r.rate FROM parts p JOIN (VALUES ('Acme', 1), ('Brill', 2)) AS r(brand, rate) ON r.brand = p.brand;
-- higher order functions, a self join, a rename
CREATE TABLE keys USING parquet AS SELECT part_id, transform(map_keys(attributes), k -> upper(k)) AS names FROM parts;
CREATE TABLE cheaper USING parquet AS SELECT a.name AS dear, b.name AS cheap FROM parts a JOIN parts b ON a.price > b.price;
CREATE TABLE before_rename USING parquet AS SELECT nation FROM suppliers;
ALTER TABLE before_rename RENAME TO after_rename;
CREATE TABLE nations USING parquet AS SELECT nation FROM after_rename;
