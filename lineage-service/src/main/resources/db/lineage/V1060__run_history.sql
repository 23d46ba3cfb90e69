-- Runs as they were told of, ours and those of others' engines: each part the earliest, the latest or the union of what was told, so that any order
-- and repetition gives the same row. Written in the shard of what tells of the run. Times are milliseconds since 1970, the largest number: unknown.
-- standing is the most final word as a text that sorts so: state, time and job (Standing), of which state and ended_at are parts of their own for figures;
-- appeared is the earliest time and the run.
CREATE TABLE run_history (
  id            VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  standing      CHAR(86)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  job           CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  job_namespace TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  job_name      TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  appeared      VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         TINYINT      NOT NULL,
  started_at    BIGINT       NOT NULL,
  ended_at      BIGINT       NOT NULL,
  nominal_start BIGINT       NOT NULL,
  nominal_end   BIGINT       NOT NULL,
  parent        TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  inputs        MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  outputs       MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  args          TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY run_history_by_job (job, appeared),
  KEY run_history_by_appeared (appeared),
  KEY run_history_by_start (started_at),
  KEY run_history_by_end (ended_at, state)
) ENGINE = InnoDB;

-- When a dataset was first heard of, for figures over time; of those from before it is not known any more. The default is set last: a server that
-- replicates refuses to add a column with one that is not constant.
ALTER TABLE lineage_table ADD COLUMN created_at DATETIME(3) NOT NULL DEFAULT '1970-01-01 00:00:00';
UPDATE lineage_table SET created_at = updated_at;
ALTER TABLE lineage_table MODIFY COLUMN created_at DATETIME(3) NOT NULL DEFAULT (UTC_TIMESTAMP(3));
