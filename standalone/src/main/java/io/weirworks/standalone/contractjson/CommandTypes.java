package io.weirworks.standalone.contractjson;

import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.SchemaVersion;
import io.weirworks.schemas.TopicKind;
import io.weirworks.standalone.StandaloneException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * The outside commands of the contract: the records whose topic is one of {@code commands}.
 *
 * @param all by full name
 */
public record CommandTypes(List<CommandType> all) {

  public CommandTypes {
    all = List.copyOf(all);
  }

  /** Those of the contract that this version carries. */
  public static CommandTypes ofContract() {
    SchemaCatalogue contract = SchemaCatalogue.contract();
    return new CommandTypes(
        contract.subjects().stream()
            .map(subject -> contract.versions(subject).getLast())
            .flatMap(latest -> command(latest).stream())
            .toList());
  }

  /**
   * By full or short name, upper and lower case alike.
   *
   * @throws StandaloneException {@code UNKNOWN_COMMAND_TYPE} with the nearest names
   */
  public CommandType find(String name) {
    return all.stream()
        .filter(type -> name.equals(type.fullName()) || name.equalsIgnoreCase(type.shortName()))
        .findFirst()
        .orElseThrow(
            () ->
                new StandaloneException(
                    StandaloneException.Code.UNKNOWN_COMMAND_TYPE,
                    "the contract has no outside command '" + name + "'" + hint(name)));
  }

  private String hint(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return NearMatches.hint(last, all.stream().map(CommandType::shortName).toList());
  }

  private static Optional<CommandType> command(SchemaVersion latest) {
    return latest
        .topic()
        .filter(topic -> topic.kind() == TopicKind.COMMANDS)
        .map(topic -> new CommandType(topic.service(), generated(latest.schema())));
  }

  /** A released schema lacks what the generated class adds, such as the type of its strings. */
  private static Schema generated(Schema released) {
    return SpecificData.get().getSchema(SpecificData.get().getClass(released));
  }
}
