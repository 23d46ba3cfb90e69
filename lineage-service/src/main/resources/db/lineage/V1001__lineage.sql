CREATE TABLE lineage_run (
  id             VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard          INT          NOT NULL,
  ordering_key   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence       BIGINT       NOT NULL,
  changed_in     BIGINT       NOT NULL,
  removed        BOOLEAN      NOT NULL,
  node_instance  VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workflow       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  node_id        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  node           VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  bizdate        CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ended_at       DATETIME(3)  NOT NULL,
  statements     INT          NOT NULL,
  recorded       INT          NOT NULL,
  gaps           INT          NOT NULL,
  next_statement INT          NOT NULL,
  KEY lineage_run_by_change (shard, changed_in)
) ENGINE = InnoDB;

CREATE TABLE lineage_table (
  id           VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  shard        INT          NOT NULL,
  ordering_key VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence     BIGINT       NOT NULL,
  changed_in   BIGINT       NOT NULL,
  removed      BOOLEAN      NOT NULL,
  kind         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name         TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  table_schema MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  updated_at   DATETIME(3)  NOT NULL,
  lineage      LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY lineage_table_by_change (shard, changed_in)
) ENGINE = InnoDB;

-- Edges as rows, for reads over many datasets; id is the hash of what makes the edge that edge.
CREATE TABLE table_edge (
  id              CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  source_dataset  VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target_dataset  VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  run_id          VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  statement_index INT          NOT NULL,
  observed_at     DATETIME(3)  NOT NULL,
  confirmed_by    VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY table_edge_by_source (source_dataset),
  KEY table_edge_by_target (target_dataset)
) ENGINE = InnoDB;

CREATE TABLE column_edge (
  id              CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  source_dataset  VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  source_column   TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target_dataset  VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target_column   TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  flow            VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expression      TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  from_catalogue  BOOLEAN      NOT NULL,
  run_id          VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  statement_index INT          NOT NULL,
  observed_at     DATETIME(3)  NOT NULL,
  confirmed_by    VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY column_edge_by_source (source_dataset),
  KEY column_edge_by_target (target_dataset)
) ENGINE = InnoDB;
