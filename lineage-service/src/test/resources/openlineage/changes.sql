-- Rows changed in place, over Delta tables: what Spark says it did is in changes.events.jsonl.
CREATE DATABASE IF NOT EXISTS crm;
USE crm;
CREATE TABLE accounts (id BIGINT, owner STRING, balance DECIMAL(12,2), changed DATE) USING delta;
INSERT INTO accounts VALUES (1, 'Ada', 10.00, DATE '2026-01-01'), (2, 'Bob', 20.00, DATE '2026-01-01'), (3, 'Cid', 0.00, DATE '2026-01-01');
CREATE TABLE bookings (booking BIGINT, account BIGINT, amount DECIMAL(12,2), day DATE) USING delta;
INSERT INTO bookings VALUES (1, 1, 5.00, DATE '2026-01-02'), (2, 2, -3.00, DATE '2026-01-02'), (3, 4, 8.00, DATE '2026-01-03');
CREATE TABLE closed (account BIGINT) USING delta;
INSERT INTO closed VALUES (3);
MERGE INTO accounts a USING bookings b ON a.id = b.account WHEN MATCHED THEN UPDATE SET balance = a.balance + b.amount, changed = b.day WHEN NOT MATCHED THEN INSERT (id, owner, balance, changed) VALUES (b.account, 'new', b.amount, b.day);
UPDATE accounts SET balance = balance * 2, owner = upper(owner) WHERE changed > DATE '2026-01-01';
DELETE FROM accounts WHERE balance < 0;
CREATE TABLE mirror (id BIGINT, owner STRING, balance DECIMAL(12,2), changed DATE) USING delta;
MERGE INTO mirror m USING (SELECT id, owner, balance, changed FROM accounts WHERE balance > 0) s ON m.id = s.id WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT * WHEN NOT MATCHED BY SOURCE THEN DELETE;
MERGE INTO accounts a USING closed c ON a.id = c.account WHEN MATCHED THEN DELETE;
INSERT OVERWRITE TABLE mirror SELECT id, owner, balance, changed FROM accounts;
CREATE TABLE balances USING delta AS SELECT owner, sum(balance) AS total FROM accounts GROUP BY owner;
