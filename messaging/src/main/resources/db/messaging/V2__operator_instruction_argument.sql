-- A timer is named by its kind, its subject and when it is due, which is longer than an offset.
ALTER TABLE operator_instruction
  MODIFY argument VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
