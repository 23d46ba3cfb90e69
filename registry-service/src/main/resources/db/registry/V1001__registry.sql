-- What exists. Ids are derived from names (io.weirworks.registry.identity.DerivedId), so the primary key keeps names unique.
-- Portable subset of MySQL 8.4+ and MariaDB 11.4.

CREATE TABLE workspace (
  id           VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard        INT           NOT NULL,
  ordering_key VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace    VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence     BIGINT        NOT NULL,
  changed_in   BIGINT        NOT NULL,
  removed      BOOLEAN       NOT NULL,
  name         VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  display_name VARCHAR(128)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  description  VARCHAR(1024) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  mode         VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at   DATETIME(6)   NOT NULL,
  KEY workspace_by_change (shard, changed_in),
  KEY workspace_by_name (name)
) ENGINE = InnoDB;

CREATE TABLE computing_resource (
  id            VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard         INT          NOT NULL,
  ordering_key  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence      BIGINT       NOT NULL,
  changed_in    BIGINT       NOT NULL,
  removed       BOOLEAN      NOT NULL,
  workspace_id  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  type          VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registered_at DATETIME(6)  NOT NULL,
  KEY computing_resource_by_change (shard, changed_in),
  KEY computing_resource_by_name (workspace, name)
) ENGINE = InnoDB;

-- definition is the domain's own form; kind to nodes are for lists only.
CREATE TABLE workflow (
  id            VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard         INT          NOT NULL,
  ordering_key  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence      BIGINT       NOT NULL,
  changed_in    BIGINT       NOT NULL,
  removed       BOOLEAN      NOT NULL,
  workspace_id  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  version       INT          NOT NULL,
  deployed_at   DATETIME(6)  NOT NULL,
  spec_sha256   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner         MEDIUMTEXT       CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  time_zone     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cron          TEXT         CHARACTER SET ascii COLLATE ascii_bin NULL,
  nodes         INT          NOT NULL,
  definition    LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  specification LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY workflow_by_change (shard, changed_in),
  KEY workflow_by_name (workspace, name)
) ENGINE = InnoDB;
