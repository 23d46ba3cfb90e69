-- Impacts that are to be assessed beside the deciding thread. A row goes with the transaction that records what was found.
CREATE TABLE impact_due (
  id        VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  asked_at  DATETIME(3)  NOT NULL,
  due       LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY impact_due_by_time (asked_at, id)
) ENGINE = InnoDB;
