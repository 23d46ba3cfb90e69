-- Baselines, what they watch, and whose priority they lift.

CREATE TABLE baseline (
  id              CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard           INT          NOT NULL,
  ordering_key    CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence        BIGINT       NOT NULL,
  changed_in      BIGINT       NOT NULL,
  removed         BOOLEAN      NOT NULL,
  name            VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  opened_through  CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  body            LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY baseline_by_change (shard, changed_in),
  KEY baseline_by_age (created_at, id)
) ENGINE = InnoDB;

-- body holds the definition that it was opened with, the prediction, and tasks that fail or are slow.
CREATE TABLE baseline_instance (
  id              CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard           INT          NOT NULL,
  ordering_key    CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence        BIGINT       NOT NULL,
  changed_in      BIGINT       NOT NULL,
  removed         BOOLEAN      NOT NULL,
  baseline_id     CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bizdate         CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cycle           INT          NOT NULL,
  status          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  finish          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  watched         BOOLEAN      NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  body            LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY baseline_instance_by_change (shard, changed_in),
  KEY baseline_instance_by_age (created_at, id),
  KEY baseline_instance_by_baseline (baseline_id, bizdate, cycle),
  KEY baseline_instance_by_bizdate (bizdate, created_at, id)
) ENGINE = InnoDB;

-- The one baseline that a node belongs to. node_id empty: the workflow as a whole, besides its nodes.
CREATE TABLE baseline_task (
  workflow_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node_id     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  baseline_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (workflow_id, node_id),
  KEY baseline_task_by_baseline (baseline_id)
) ENGINE = InnoDB;

-- The least priority that each baseline gives to its tasks and their ancestors; the highest counts.
CREATE TABLE node_priority (
  workflow_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node_id     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  baseline_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  priority    INT          NOT NULL,
  PRIMARY KEY (workflow_id, node_id, baseline_id),
  KEY node_priority_by_baseline (baseline_id)
) ENGINE = InnoDB;

-- How long a node's latest runs took; of columns that never change, so that it costs with the insert only.
CREATE INDEX node_instance_by_node ON node_instance (workflow, node_id, created_at);
