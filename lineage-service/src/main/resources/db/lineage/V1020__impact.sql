-- Impacts that were assessed: how far each reaches. The lists are in the event alone.
CREATE TABLE lineage_impact (
  id            VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard         INT          NOT NULL,
  ordering_key  VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence      BIGINT       NOT NULL,
  changed_in    BIGINT       NOT NULL,
  removed       BOOLEAN      NOT NULL,
  cause         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node_instance VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  tables_total     INT       NOT NULL,
  columns_total    INT       NOT NULL,
  jobs_total       INT       NOT NULL,
  instances_total  INT       NOT NULL,
  baselines_total  INT       NOT NULL,
  assessed_at   DATETIME(3)  NOT NULL,
  KEY lineage_impact_by_change (shard, changed_in)
) ENGINE = InnoDB;
