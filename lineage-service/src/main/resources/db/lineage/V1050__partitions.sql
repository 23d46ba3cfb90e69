-- What statements of successful runs said last of partitions of tables. The id is partitions: and the dataset's.
CREATE TABLE table_partitions (
  id           VARCHAR(620) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  shard        INT          NOT NULL,
  ordering_key VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence     BIGINT       NOT NULL,
  changed_in   BIGINT       NOT NULL,
  removed      BOOLEAN      NOT NULL,
  dataset      VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  partitions   LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY table_partitions_by_change (shard, changed_in)
) ENGINE = InnoDB;
