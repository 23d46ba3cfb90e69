CREATE TABLE account (
  id              VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  shard           INT          NOT NULL,
  ordering_key    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  workspace       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence        BIGINT       NOT NULL,
  changed_in      BIGINT       NOT NULL,
  removed         BOOLEAN      NOT NULL,
  holder          VARCHAR(255) NOT NULL,
  balance         BIGINT       NOT NULL,
  note            LONGTEXT     NOT NULL,
  note_sequence   BIGINT       NOT NULL,
  salary_sequence BIGINT       NOT NULL,
  KEY account_by_change (shard, changed_in)
) ENGINE = InnoDB;

CREATE TABLE account_holder (
  holder  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  account VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) ENGINE = InnoDB;
