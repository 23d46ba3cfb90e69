-- Control flow: node instances inside loops, what a node hands on, how far a loop is.

-- loop_attempt, iteration: 0 outside of loops. control: JSON; null: the state has no such part.
ALTER TABLE node_instance
  ADD COLUMN loop_attempt INT NOT NULL DEFAULT 0,
  ADD COLUMN iteration    INT NOT NULL DEFAULT 0,
  ADD COLUMN control      LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

-- The latest signal for an instance of a trigger node; the instance need not exist yet.
CREATE TABLE trigger_signal (
  id                   CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard                INT          NOT NULL,
  ordering_key         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace            VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence             BIGINT       NOT NULL,
  changed_in           BIGINT       NOT NULL,
  removed              BOOLEAN      NOT NULL,
  node_instance_id     CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workflow_instance_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace_name       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workflow             VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  node                 VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  scheduled_time       DATETIME(6)  NOT NULL,
  received_at          DATETIME(6)  NOT NULL,
  KEY trigger_signal_by_change (shard, changed_in)
) ENGINE = InnoDB;
