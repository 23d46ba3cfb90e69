package io.weirworks.standalone.command;

import io.weirworks.scheduler.parameter.ParameterError;
import io.weirworks.scheduler.parameter.ParameterTrial;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.standalone.StandaloneException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates scheduling parameters without any platform. */
@Command(
    name = "eval",
    description = {
      "Evaluate scheduling expressions, one value a line, as a node scheduled for TIME sees them.",
      "Example: params eval '$[yyyymmdd-1]' '$bizdate' --scheduled 2026-11-20"
    })
final class ParamsEvalCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "EXPR",
      description = "Such as $bizdate, $[yyyymmdd-1] or a text that holds them.")
  private List<String> expressions = new ArrayList<>();

  @Option(
      names = "--scheduled",
      required = true,
      paramLabel = "TIME",
      description = "Scheduled time; without an offset it is wall time in the zone.")
  private String scheduled = "";

  @Option(names = "--zone", paramLabel = "Z", description = "IANA time zone; default: UTC.")
  private @Nullable String zone;

  @Option(
      names = "--now",
      paramLabel = "T",
      description = "Present time, for $$gmtdate and $$bizmonth; default: the scheduled time.")
  private @Nullable String now;

  ParamsEvalCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return switch (new ParameterTrial(expressions, scheduled, zone, now).evaluate()) {
      case Result.Value<List<String>>(List<String> values) -> {
        values.forEach(surroundings::print);
        yield 0;
      }
      case Result.Refused<List<String>>(ParameterError error) ->
          throw new StandaloneException(
              StandaloneException.Code.WRONG_EXPRESSION,
              "%s in '%s' at character %d: %s %s"
                  .formatted(
                      error.code().code(),
                      error.expression(),
                      error.position() + 1,
                      error.message(),
                      error.hint()));
    };
  }
}
