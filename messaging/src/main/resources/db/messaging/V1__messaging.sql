-- What every service that decides on shards keeps (DESIGN 3). Portable subset of MySQL 8.4+ and MariaDB 11.4.

-- Facts fixed for the life of this schema, such as the number of shards.
CREATE TABLE messaging_setting (
  name  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  value VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) ENGINE = InnoDB;

-- Epoch = fence. number counts the shard's transactions; the state topic is complete up to state_complete of them.
CREATE TABLE shard (
  shard          INT          NOT NULL PRIMARY KEY,
  epoch          BIGINT       NOT NULL,
  number         BIGINT       NOT NULL,
  state_complete BIGINT       NOT NULL,
  owner          VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
) ENGINE = InnoDB;

CREATE TABLE shard_position (
  shard       INT          NOT NULL,
  topic       VARCHAR(249) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  topic_id    CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  next_offset BIGINT       NOT NULL,
  PRIMARY KEY (shard, topic)
) ENGINE = InnoDB;

-- One row per transaction and shard: everything that it sends, in order, already encoded.
CREATE TABLE outbox (
  shard      INT         NOT NULL,
  number     BIGINT      NOT NULL,
  created_at DATETIME(6) NOT NULL,
  records    LONGBLOB    NOT NULL,
  PRIMARY KEY (shard, number)
) ENGINE = InnoDB;

-- The memory of outside commands: (source, id) is the idempotency key.
CREATE TABLE command_memory (
  id         VARCHAR(100)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  source     VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  actor      VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  content    CHAR(43)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  decided_at DATETIME(6)   NOT NULL,
  outcome    VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owed       INT           NOT NULL,
  subject    VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence   BIGINT        NULL,
  code       VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  message    VARCHAR(4000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  field      VARCHAR(255)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  value      VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (id, source),
  KEY command_memory_by_age (decided_at)
) ENGINE = InnoDB;

CREATE TABLE timer (
  subject        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shard          INT          NOT NULL,
  ordering_key   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  due            DATETIME(6)  NOT NULL,
  causation_id   VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  correlation_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (subject, kind),
  KEY timer_by_due (shard, due)
) ENGINE = InnoDB;

-- The one parking table: a continuation, what waits behind one in arrival order, and commands whose ce_after is not read yet.
CREATE TABLE parked (
  shard        INT          NOT NULL,
  number       BIGINT       NOT NULL,
  place        INT          NOT NULL,
  reason       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ordering_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  due          DATETIME(6)  NOT NULL,
  record       LONGBLOB     NOT NULL,
  PRIMARY KEY (shard, number, place)
) ENGINE = InnoDB;

-- What this service keeps of other services' state topics.
CREATE TABLE view_row (
  subject  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  type     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name     VARCHAR(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sequence BIGINT       NOT NULL,
  body     LONGBLOB     NULL,
  KEY view_row_by_name (name)
) ENGINE = InnoDB;

-- What an operator told a shard that stopped: which record to skip, which topic made anew or which position to accept.
CREATE TABLE operator_instruction (
  topic        VARCHAR(249) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_no INT          NOT NULL,
  action       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  argument     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  told_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (topic, partition_no, action, argument)
) ENGINE = InnoDB;
