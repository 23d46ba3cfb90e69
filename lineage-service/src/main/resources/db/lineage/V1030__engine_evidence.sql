-- What engines told of runs, until it is decided and a while longer.
CREATE TABLE engine_evidence (
  id           VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  shard        INT          NOT NULL,
  ordering_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence     BIGINT       NOT NULL,
  changed_in   BIGINT       NOT NULL,
  removed      BOOLEAN      NOT NULL,
  evidence     MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY engine_evidence_by_change (shard, changed_in)
) ENGINE = InnoDB;
