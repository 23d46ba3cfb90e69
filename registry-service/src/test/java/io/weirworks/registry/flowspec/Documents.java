package io.weirworks.registry.flowspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The documents of these tests. */
public final class Documents {
  private Documents() {}

  /** The text of a document in the test resources. */
  public static String text(String name) {
    try (InputStream in = Documents.class.getResourceAsStream("/flowspec/" + name)) {
      assertThat(in).as("test resource %s", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value, or a failure that shows the problems. */
  public static <T> T valid(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid<T>(T value) -> value;
      case Checked.Invalid<T>(List<Problem> problems) ->
          throw new AssertionError(problems.stream().map(Problem::sentence).toList().toString());
    };
  }

  /** The problems, or a failure. */
  public static <T> List<Problem> problems(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid<T>(T value) -> throw new AssertionError("no problem in " + value);
      case Checked.Invalid<T>(List<Problem> problems) -> problems;
    };
  }
}
