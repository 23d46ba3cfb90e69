package io.weirworks.schemas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The closed list of codes that say why something was refused or failed (DESIGN 2, "Command
 * rules"). On the wire a code is text, so that a reader older than a code still sees it; a code is
 * never renamed and never given another meaning. Each code is of one list only, but may occur where
 * another list would be expected: a run may fail with a {@link ParameterError}.
 */
public sealed interface ErrorCode
    permits CommandError, DefinitionError, ParameterError, RunError, LineageError {

  /** The constant's name, such as {@code NOT_FOUND}. */
  String name();

  /** What it means, in a sentence. */
  String meaning();

  /** The code on the wire, such as {@code NotFound}. */
  default String code() {
    return Stream.of(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** All codes, list by list. */
  static List<ErrorCode> all() {
    return Stream.<ErrorCode[]>of(
            CommandError.values(),
            DefinitionError.values(),
            ParameterError.values(),
            RunError.values(),
            LineageError.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** The code of this text, if this version of the contract has it. */
  static Optional<ErrorCode> ofCode(String code) {
    return all().stream().filter(each -> each.code().equals(code)).findFirst();
  }
}
