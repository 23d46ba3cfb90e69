-- Who said what of a dataset and when, kept as it was said. Edges from before are not carried over: they name no job, so nothing could ever replace
-- them; the next run of each job says them anew.
DROP TABLE table_edge;
DROP TABLE column_edge;

-- What is rewritten with every word is apart from what is when edges change.
ALTER TABLE lineage_table ADD COLUMN edges LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

UPDATE lineage_table SET edges = '{"versions":[],"downstream":[]}', lineage = JSON_SET(
  JSON_REMOVE(lineage, '$.upstream', '$.downstream', '$.columnUpstream', '$.columnDownstream', '$.updatedAt'),
  '$.seenAt', JSON_EXTRACT(lineage, '$.updatedAt'),
  '$.writtenAt', JSON_EXTRACT(lineage, '$.updatedAt'),
  '$.location', JSON_OBJECT(),
  '$.words', JSON_OBJECT('all', JSON_ARRAY(), 'completed', JSON_ARRAY()),
  '$.downstream', JSON_ARRAY());

-- What a writer can say of a dataset: edges into it, by the hash of the dataset and the edges. Never changed.
CREATE TABLE lineage_version (
  id             CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  target_dataset VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  edges          LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
) ENGINE = InnoDB;

-- One word: which statement of which run said which version. Never changed; id is the hash of dataset, writer, run and statement. confirmed_by is
-- time, run and statement as a text that sorts as confirmations do.
CREATE TABLE lineage_word (
  id             CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  target_dataset VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  job_namespace  VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  job_name       TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  known_by       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  writer         CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complete       BOOLEAN      NOT NULL,
  dropped        BOOLEAN      NOT NULL,
  observed_at    DATETIME(3)  NOT NULL,
  confirmed_by   VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY lineage_word_by_target (target_dataset, writer, version, complete, dropped, confirmed_by)
) ENGINE = InnoDB;

-- Which datasets a dataset was ever said to flow into; whether it does now, their words tell.
CREATE TABLE table_link (
  id             CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  source_dataset VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target_dataset VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY table_link_by_source (source_dataset)
) ENGINE = InnoDB;

-- Where the files of a table lie: who names the one means the other.
CREATE TABLE table_location (
  table_id VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  path_id  VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  KEY table_location_by_path (path_id)
) ENGINE = InnoDB;
