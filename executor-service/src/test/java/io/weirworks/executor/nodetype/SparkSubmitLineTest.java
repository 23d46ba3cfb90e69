package io.weirworks.executor.nodetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSubmitLineTest {
  private static SparkSubmitLine parse(String line) throws CodeRefused {
    return SparkSubmitLine.parse(CommandLine.split(line));
  }

  @Test
  void aLineIsTakenApart() throws Exception {
    var line =
        parse(
            "spark-submit --master yarn --deploy-mode=cluster --class a.B --conf spark.x=1=2 -c spark.y= --driver-memory 2g"
                + " --jars a.jar,b.jar --verbose app.jar --class not-ours -- 'x y'");
    assertThat(line)
        .isEqualTo(
            new SparkSubmitLine(
                Map.of(
                    "spark.master", "yarn",
                    "spark.submit.deployMode", "cluster",
                    "spark.x", "1=2",
                    "spark.y", "",
                    "spark.driver.memory", "2g"),
                List.of("--class", "a.B", "--jars", "a.jar,b.jar", "--verbose"),
                "app.jar",
                List.of("--class", "not-ours", "--", "x y")));
  }

  @Test
  void sparkSubmitMayBeNamedWithItsPath() throws Exception {
    assertThat(parse("/opt/spark/bin/spark-submit app.py").resource()).isEqualTo("app.py");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                  | EMPTY_CODE            | holds no spark-submit",
        "hadoop jar x.jar                    | INVALID_COMMAND_LINE  | must begin with spark-submit, not with 'hadoop'",
        "spark-submit                        | MISSING_MAIN_RESOURCE | names no jar or script",
        "spark-submit --class x              | MISSING_MAIN_RESOURCE | names no jar or script",
        "spark-submit --class                | INVALID_COMMAND_LINE  | option '--class' needs a value",
        "spark-submit --conf x app.jar       | INVALID_COMMAND_LINE  | must be --conf key=value",
        "spark-submit --conf =x app.jar      | INVALID_COMMAND_LINE  | must be --conf key=value",
        "spark-submit --clas x app.jar       | UNKNOWN_SPARK_OPTION  | no option '--clas'",
        "spark-submit --kill driver-1        | UNKNOWN_SPARK_OPTION  | no option '--kill'"
      })
  void aWrongLineIsRefusedWithItsCode(String line, RefusalCode code, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOfSatisfying(CodeRefused.class, e -> assertThat(e.plan().code()).isEqualTo(code))
        .hasMessageContaining(message);
  }
}
