-- What is purged by age (DESIGN 9). asked_at: a living waiter asks again every ten minutes.
ALTER TABLE early_waiter
  ADD COLUMN asked_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  ADD KEY early_waiter_by_age (asked_at);

CREATE INDEX instance_operation_by_age ON instance_operation (operated_at);
