-- How long node instances wait (R19). waiting_since: for the present wait_reason; null: it ended, or began to wait before.
ALTER TABLE node_instance
  ADD COLUMN waiting_since DATETIME(6) NULL;

-- Those that have not ended, however many have.
CREATE INDEX workflow_instance_by_end ON workflow_instance (ended_at, id);
