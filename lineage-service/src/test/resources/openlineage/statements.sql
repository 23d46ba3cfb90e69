-- Every kind of statement that writes, once, small: what Spark says it did is in statements.events.jsonl.
CREATE DATABASE IF NOT EXISTS shop;
USE shop;
CREATE TABLE orders (id BIGINT, customer INT, amount DECIMAL(10,2), tags ARRAY<STRING>, at DATE) USING parquet;
INSERT INTO orders VALUES (1, 1, 10.00, array('new'), DATE '2026-01-01'), (2, 2, 20.50, array('gift', 'new'), DATE '2026-01-02'), (3, 1, 5.25, array(), DATE '2026-01-02');
CREATE TABLE customers (id INT, name STRING, region STRING) USING parquet;
INSERT INTO customers SELECT * FROM VALUES (1, 'Ada', 'north'), (2, 'Bob', 'south') AS v(id, name, region);
-- create table as select
CREATE TABLE orders_copy USING parquet AS SELECT id, customer, amount FROM orders WHERE amount > 1;
-- insert into with a join and an aggregate
CREATE TABLE revenue (region STRING, total DECIMAL(20,2)) USING parquet;
INSERT INTO revenue SELECT c.region, sum(o.amount) FROM orders o JOIN customers c ON c.id = o.customer GROUP BY c.region;
-- static and dynamic partitions
CREATE TABLE daily (region STRING, orders BIGINT, ds STRING) USING parquet PARTITIONED BY (ds);
INSERT OVERWRITE TABLE daily PARTITION (ds = '20260101') SELECT c.region, count(1) FROM orders o LEFT JOIN customers c ON c.id = o.customer WHERE o.at = DATE '2026-01-01' GROUP BY c.region;
INSERT OVERWRITE TABLE daily PARTITION (ds) SELECT c.region, count(1), date_format(o.at, 'yyyyMMdd') FROM orders o JOIN customers c ON c.id = o.customer GROUP BY c.region, date_format(o.at, 'yyyyMMdd');
-- common table expression and window
CREATE TABLE ranked (customer INT, amount DECIMAL(10,2), place INT) USING parquet;
WITH big AS (SELECT customer, amount FROM orders WHERE amount > 5) INSERT INTO ranked SELECT customer, amount, row_number() OVER (PARTITION BY customer ORDER BY amount DESC) FROM big;
-- lateral view
CREATE TABLE tags USING parquet AS SELECT o.id, t.tag FROM orders o LATERAL VIEW explode(o.tags) t AS tag;
-- union and distinct
CREATE TABLE people USING parquet AS SELECT id, name FROM customers UNION ALL SELECT customer, 'unknown' FROM orders;
CREATE TABLE regions USING parquet AS SELECT DISTINCT region FROM customers;
-- case and functions
CREATE TABLE sizes USING parquet AS SELECT id, CASE WHEN amount > 10 THEN 'large' ELSE 'small' END AS size, upper(concat('o-', cast(customer AS STRING))) AS label FROM orders;
-- subqueries: in, exists, scalar
CREATE TABLE northern USING parquet AS SELECT o.id, o.amount FROM orders o WHERE o.customer IN (SELECT c.id FROM customers c WHERE c.region = 'north');
CREATE TABLE compared USING parquet AS SELECT o.id, o.amount - (SELECT avg(p.amount) FROM orders p) AS above FROM orders o;
-- temporary view
CREATE OR REPLACE TEMPORARY VIEW recent AS SELECT id, customer, amount FROM orders WHERE at > DATE '2026-01-01';
CREATE TABLE recent_sums USING parquet AS SELECT customer, sum(amount) AS total FROM recent GROUP BY customer;
-- view
CREATE VIEW customer_orders AS SELECT c.name, o.amount FROM customers c JOIN orders o ON o.customer = c.id;
INSERT OVERWRITE TABLE orders_copy SELECT id, customer, amount * 2 FROM orders;
CREATE TABLE by_name USING parquet AS SELECT name, max(amount) AS most FROM customer_orders GROUP BY name;
-- several inserts of one source
CREATE TABLE cheap (id BIGINT, amount DECIMAL(10,2)) USING parquet;
CREATE TABLE dear (id BIGINT, amount DECIMAL(10,2)) USING parquet;
FROM orders INSERT INTO cheap SELECT id, amount WHERE amount < 10 INSERT INTO dear SELECT id, amount WHERE amount >= 10;
-- pivot
CREATE TABLE pivoted USING parquet AS SELECT * FROM (SELECT customer, at, amount FROM orders) PIVOT (sum(amount) FOR customer IN (1 AS ada, 2 AS bob));
-- cached table
CACHE TABLE kept AS SELECT id, amount FROM orders;
CREATE TABLE from_cache USING parquet AS SELECT id, amount FROM kept;
-- tables over files
CREATE TABLE files (region STRING, total DECIMAL(20,2)) USING json LOCATION '${dir}/files';
INSERT OVERWRITE TABLE files SELECT region, total FROM revenue;
CREATE TABLE from_files USING parquet LOCATION '${dir}/from_files' AS SELECT region FROM files;
INSERT OVERWRITE DIRECTORY '${dir}/report' USING csv SELECT name, region FROM customers;
-- columns added
ALTER TABLE customers ADD COLUMNS (email STRING);
INSERT INTO customers SELECT 3, 'Eve', region, concat(name, '@example.org') FROM customers WHERE id = 1;
-- read and written by the same statement
INSERT INTO revenue SELECT region, total + 1 FROM revenue;
-- a table of a table that goes
CREATE TABLE scratch USING parquet AS SELECT id FROM customers;
CREATE TABLE scratch_ids USING parquet AS SELECT id FROM scratch;
DROP TABLE scratch;
-- written by column list, in another order
INSERT INTO customers (name, id, region, email) SELECT upper(name), id + 10, region, NULL FROM customers;
