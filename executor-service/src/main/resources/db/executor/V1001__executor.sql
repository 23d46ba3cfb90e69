-- How it runs. Portable subset of MySQL 8.4+ and MariaDB 11.4.

CREATE TABLE run (
  id                   VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard                INT           NOT NULL,
  ordering_key         VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace            VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence             BIGINT        NOT NULL,
  changed_in           BIGINT        NOT NULL,
  removed              BOOLEAN       NOT NULL,
  attempt              INT           NOT NULL,
  node_instance        VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workflow_instance    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace_id         VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workspace_name       VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workflow_id          VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workflow_name        VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  node_id              VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  node_name            VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  command              VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  language             VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  computing_resource   VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  bizdate              CHAR(10)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  resource_group       VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  priority             INT           NOT NULL,
  compute_units_milli  INT           NOT NULL,
  queued_at            DATETIME(6)   NOT NULL,
  status               VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  epoch                BIGINT        NOT NULL,
  report_number        BIGINT        NOT NULL,
  holder               VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  application          VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  last_heard_at        DATETIME(6)   NULL,
  started_at           DATETIME(6)   NULL,
  ended_at             DATETIME(6)   NULL,
  exit_code            INT           NULL,
  code                 VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  message              TEXT          CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  field                VARCHAR(255)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  cancel_asked         BOOLEAN       NOT NULL,
  cancel_reason        TEXT          CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  cancel_sequence      BIGINT        NOT NULL,
  metrics              TEXT          CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY run_by_change (shard, changed_in),
  KEY run_by_urgency (resource_group, status, priority DESC, queued_at, id),
  KEY run_by_workflow_instance (workflow_instance),
  KEY run_by_age (queued_at)
) ENGINE = InnoDB;

-- What a run is to do, written once, and on whose behalf; beside the run, whose row is written with each event.
CREATE TABLE run_work (
  run            VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  work           LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  actor          VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  on_behalf_of   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  causation_id   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  correlation_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  traceparent    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL
) ENGINE = InnoDB;

-- What the runners of a resource group may use together. Its row is what claiming locks.
CREATE TABLE compute_queue (
  resource_group      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  compute_units_milli INT          NOT NULL
) ENGINE = InnoDB;

-- Who holds a run. Made by a runner, prolonged by its heart-beat, ended by the run's owner only.
CREATE TABLE claim (
  run                 VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  attempt             INT          NOT NULL,
  epoch               BIGINT       NOT NULL,
  resource_group      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  holder              VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  compute_units_milli INT          NOT NULL,
  marked_submitting   BOOLEAN      NOT NULL,
  lease_until         DATETIME(6)  NOT NULL,
  KEY claim_by_holder (holder),
  KEY claim_by_group (resource_group)
) ENGINE = InnoDB;

-- Reports that came too late to change anything; consulted before any new start of their run.
CREATE TABLE report_evidence (
  run     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  epoch   BIGINT      NOT NULL,
  number  BIGINT      NOT NULL,
  report  LONGBLOB    NOT NULL,
  kept_at DATETIME(6) NOT NULL,
  PRIMARY KEY (run, epoch, number)
) ENGINE = InnoDB;

-- Stops that overtook their run (DESIGN 2: what is parked may be overtaken).
CREATE TABLE early_stop (
  run      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  reason   TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence BIGINT      NOT NULL
) ENGINE = InnoDB;
