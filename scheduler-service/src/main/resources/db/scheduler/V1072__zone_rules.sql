-- By which rules of which time zone the instances ahead were made (R23). null: none were, or before this was kept.
ALTER TABLE workflow_schedule
  ADD COLUMN rules_zone    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN rules_version VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY workflow_schedule_by_rules (rules_zone, rules_version);
