-- Schedules, and instances that wait for those of other workflow instances.

-- node_id null: the nodes that follow the workflow's trigger. version null: none is in force.
CREATE TABLE workflow_schedule (
  id                CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard             INT          NOT NULL,
  ordering_key      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace         VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence          BIGINT       NOT NULL,
  changed_in        BIGINT       NOT NULL,
  removed           BOOLEAN      NOT NULL,
  workflow_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workflow          VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  node_id           VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  version           INT          NULL,
  generated_through CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  next_generation   DATETIME(6)  NULL,
  created_at        DATETIME(6)  NOT NULL,
  body              LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY workflow_schedule_by_change (shard, changed_in),
  KEY workflow_schedule_by_age (created_at, id),
  KEY workflow_schedule_by_workflow (workflow_id)
) ENGINE = InnoDB;

-- Which nodes depend on which outside their own workflow instance, in the same cycle.
CREATE TABLE node_dependency (
  workflow_id          VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node_id              VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  upstream_workflow_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  upstream_node_id     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (workflow_id, node_id, upstream_workflow_id, upstream_node_id),
  KEY node_dependency_by_upstream (upstream_workflow_id, upstream_node_id)
) ENGINE = InnoDB;

-- Instances that wait for one that does not exist yet; when it is made they move to its row.
CREATE TABLE early_waiter (
  upstream_node_instance_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node_instance_id              CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  upstream_workflow_instance_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workflow_instance_id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (upstream_node_instance_id, node_instance_id),
  KEY early_waiter_by_workflow_instance (upstream_workflow_instance_id)
) ENGINE = InnoDB;

-- What a backfill has instances of, where it is not all of one workflow; written with its start, never changed.
CREATE TABLE backfill_units (
  backfill_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  body        LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
) ENGINE = InnoDB;

-- Backfills of before were one range of all cycles.
UPDATE backfill
SET body = JSON_SET(body,
  '$.open', JSON_ARRAY(),
  '$.ranges', JSON_ARRAY(JSON_OBJECT('from', from_bizdate, 'to', to_bizdate)),
  '$.startTime', '00:00:00',
  '$.endTime', '23:59:59',
  '$.planHash', '');
