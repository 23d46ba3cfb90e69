-- Output names are unique over all workspaces (dataworks-semantics 3.9), and workflows wait for one another by them (3.11).
-- What is given up stays as nobody's: an empty workflow_id or upstream_workflow_id.

CREATE TABLE node_output (
  output      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  workflow_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node_id     VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  written     BOOLEAN      NOT NULL
) ENGINE = InnoDB;

-- On other workflows only; a node's output in another workflow can be waited for in several ways (type).
CREATE TABLE workflow_dependency (
  workflow_id          VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node_id              VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  type                 VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  output               VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  upstream_workflow_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  upstream_node_id     VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (workflow_id, node_id, type, output),
  KEY workflow_dependency_by_upstream (upstream_workflow_id)
) ENGINE = InnoDB;

-- Its one row is locked by whoever deploys or undeploys: what one workflow may do depends on the others, whatever their shards.
CREATE TABLE deployment_order (
  id INT NOT NULL PRIMARY KEY
) ENGINE = InnoDB;

INSERT INTO deployment_order (id) VALUES (1);

-- What is deployed already; of two workflows with one output by name of a node, the first has it.
INSERT IGNORE INTO node_output (output, workflow_id, node_id, written)
SELECT n.output, w.id, n.node_id, FALSE
FROM workflow w,
  JSON_TABLE(w.definition, '$.nodes[*]' COLUMNS (
    node_id VARCHAR(128) PATH '$.id',
    loop_id VARCHAR(128) PATH '$.steering.loopNodeId',
    NESTED PATH '$.outputs[*]' COLUMNS (output VARCHAR(255) PATH '$')
  )) n
WHERE w.removed = 0 AND n.output IS NOT NULL AND (n.loop_id IS NULL OR n.loop_id = 'null')
ORDER BY w.deployed_at, w.id;
