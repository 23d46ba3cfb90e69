-- What scheduler-service keeps besides messaging's tables. Portable subset of MySQL 8.4+ and MariaDB 11.4.

-- Versions of workflows that instances are pinned to; written with the first decision on them, never changed.
CREATE TABLE workflow_version (
  workflow_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version     INT         NOT NULL,
  body        LONGBLOB    NOT NULL,
  PRIMARY KEY (workflow_id, version)
) ENGINE = InnoDB;

CREATE TABLE backfill (
  id               CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard            INT          NOT NULL,
  ordering_key     CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence         BIGINT       NOT NULL,
  changed_in       BIGINT       NOT NULL,
  removed          BOOLEAN      NOT NULL,
  workflow_id      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workflow         VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  version          INT          NOT NULL,
  from_bizdate     CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_bizdate       CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state            VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason           TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  cancel_requested BOOLEAN      NOT NULL,
  created_at       DATETIME(6)  NOT NULL,
  ended_at         DATETIME(6)  NULL,
  body             LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY backfill_by_change (shard, changed_in),
  KEY backfill_by_age (created_at, id)
) ENGINE = InnoDB;

CREATE TABLE workflow_instance (
  id               CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard            INT          NOT NULL,
  ordering_key     CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence         BIGINT       NOT NULL,
  changed_in       BIGINT       NOT NULL,
  removed          BOOLEAN      NOT NULL,
  workflow_id      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workflow         VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  version          INT          NOT NULL,
  backfill_id      CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  bizdate          CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scheduled_time   DATETIME(6)  NOT NULL,
  status           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state            VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason           TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  cancel_requested BOOLEAN      NOT NULL,
  created_at       DATETIME(6)  NOT NULL,
  started_at       DATETIME(6)  NULL,
  ended_at         DATETIME(6)  NULL,
  body             LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY workflow_instance_by_change (shard, changed_in),
  KEY workflow_instance_by_age (created_at, id),
  KEY workflow_instance_by_backfill (backfill_id, created_at, id),
  KEY workflow_instance_by_workflow (workflow, bizdate, created_at, id)
) ENGINE = InnoDB;

-- state names the sealed state; unconfirmed, queued, since, due, code and reason are its parts.
CREATE TABLE node_instance (
  id                   CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard                INT          NOT NULL,
  ordering_key         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace            VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence             BIGINT       NOT NULL,
  changed_in           BIGINT       NOT NULL,
  removed              BOOLEAN      NOT NULL,
  workflow_instance_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node_id              VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workflow             VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  bizdate              CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status               VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state                VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unconfirmed          BOOLEAN      NOT NULL,
  queued               BOOLEAN      NOT NULL,
  open_upstreams       INT          NOT NULL,
  since                DATETIME(6)  NULL,
  due                  DATETIME(6)  NULL,
  code                 VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  reason               MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  attempt              INT          NOT NULL,
  run_sequence         BIGINT       NOT NULL,
  wait_reason          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  deadline             DATETIME(6)  NULL,
  created_at           DATETIME(6)  NOT NULL,
  wait_time_at         DATETIME(6)  NULL,
  wait_resource_at     DATETIME(6)  NULL,
  started_at           DATETIME(6)  NULL,
  ended_at             DATETIME(6)  NULL,
  body                 LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY node_instance_by_change (shard, changed_in),
  KEY node_instance_by_age (created_at, id),
  KEY node_instance_by_workflow_instance (workflow_instance_id, created_at, id),
  KEY node_instance_by_workflow (workflow, bizdate, created_at, id)
) ENGINE = InnoDB;
