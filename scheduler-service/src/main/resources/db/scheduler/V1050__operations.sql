-- What operators did: to each node instance, and in the order in which they did it.

-- attempts_before: automatic reruns count from there. priority: 0: that of the node.
-- detached: JSON, ids of upstream nodes that it waits for no longer; null: none.
ALTER TABLE node_instance
  ADD COLUMN frozen          BOOLEAN NOT NULL DEFAULT 0,
  ADD COLUMN attempts_before INT     NOT NULL DEFAULT 0,
  ADD COLUMN priority        INT     NOT NULL DEFAULT 0,
  ADD COLUMN detached        MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

-- One row for each instance that an operator's command concerned, its downstream included.
CREATE TABLE instance_operation (
  number      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  instance_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  operated_at DATETIME(6)  NOT NULL,
  actor       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  operation   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail      TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  comment     TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  KEY instance_operation_by_instance (instance_id, number)
) ENGINE = InnoDB;
