package io.weirworks.executor.nodetype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs the code of a node (dataworks-semantics 1.9, 4.2, 4.6). */
class NodeTypeTest {

  @ParameterizedTest
  @CsvSource({
    "EMR_SHELL, shell-script, EMR_SHELL",
    "EMR_SPARK_SQL, , EMR_SPARK_SQL",
    "PYTHON, python3, PYTHON",
    "CHECK_NODE, json, CHECK_NODE",
    "CONTROLLER_ASSIGNMENT, , EMR_SHELL",
    "CONTROLLER_ASSIGNMENT, shell-script, EMR_SHELL",
    "CONTROLLER_ASSIGNMENT, python2, PYTHON",
    "CONTROLLER_ASSIGNMENT, python3, PYTHON",
    "CONTROLLER_ASSIGNMENT, spark-sql, EMR_SPARK_SQL",
    "CONTROLLER_CYCLE_END, sql, EMR_SPARK_SQL",
    "CONTROLLER_CYCLE_END, python3, PYTHON"
  })
  void codeRunsByItsCommandAndLanguage(String command, String language, NodeType type) {
    assertThat(NodeType.of(command, language)).contains(type);
  }

  @Test
  void unknownCommandRunsNowhere() {
    assertThat(NodeType.of("EMR_TRINO", "trino-sql")).isEmpty();
  }
}
