-- What people and metastores say of datasets, beside their lineage. The id is metadata: and the dataset's.
CREATE TABLE table_metadata (
  id           VARCHAR(620) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  shard        INT          NOT NULL,
  ordering_key VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence     BIGINT       NOT NULL,
  changed_in   BIGINT       NOT NULL,
  removed      BOOLEAN      NOT NULL,
  dataset      VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  search_text  MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  metadata     LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY table_metadata_by_change (shard, changed_in),
  KEY table_metadata_by_dataset (dataset)
) ENGINE = InnoDB;

CREATE TABLE classification_rule (
  id           VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  shard        INT          NOT NULL,
  ordering_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence     BIGINT       NOT NULL,
  changed_in   BIGINT       NOT NULL,
  removed      BOOLEAN      NOT NULL,
  rule         MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY classification_rule_by_change (shard, changed_in)
) ENGINE = InnoDB;

CREATE TABLE meta_collection (
  id           VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  shard        INT          NOT NULL,
  ordering_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence     BIGINT       NOT NULL,
  changed_in   BIGINT       NOT NULL,
  removed      BOOLEAN      NOT NULL,
  parent       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  collection   LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY meta_collection_by_change (shard, changed_in),
  KEY meta_collection_by_parent (parent)
) ENGINE = InnoDB;

-- Names are unique by kind and parent; the id is all three.
CREATE TABLE meta_collection_name (
  id         VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  collection VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
) ENGINE = InnoDB;

-- Runs that read or wrote a dataset, one row for each however often it is told; those of more than 90 days go in time.
CREATE TABLE dataset_use (
  dataset       VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  access        VARCHAR(5)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day           CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  run_id        VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  job_namespace VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  job_name      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  observed_at   DATETIME(3)  NOT NULL,
  PRIMARY KEY (dataset, access, day, run_id)
) ENGINE = InnoDB;
