package io.weirworks.schemas.evolution;

import io.weirworks.schemas.CommandError;
import io.weirworks.schemas.DefinitionError;
import io.weirworks.schemas.ErrorCode;
import io.weirworks.schemas.LineageError;
import io.weirworks.schemas.ParameterError;
import io.weirworks.schemas.RunError;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The contract as a page for people, made from the IDL, the topic catalogue and the codes. */
final class ContractPage {

  static final String COMMAND = "./mvnw -pl schemas -Pcontract-page process-test-classes";

  private final List<IdlFiles.File> idl;
  private final StringBuilder page = new StringBuilder();

  private ContractPage(List<IdlFiles.File> idl) {
    this.idl = idl;
  }

  static String of(List<IdlFiles.File> idl) {
    ContractPage contract = new ContractPage(idl);
    contract.introduction();
    contract.topics();
    idl.stream().filter(file -> !file.records().isEmpty()).forEach(contract::file);
    contract.sharedTypes();
    contract.errorCodes();
    return contract.page.toString();
  }

  private void introduction() {
    line("<!-- Generated; do not edit. To make it anew: " + COMMAND + " -->");
    line("# The contract: topics, records, codes");
    line("");
    line(
        "The value of a record is the byte 0, the schema id (4 bytes, big-endian) and Avro binary;");
    line("the headers are those of CloudEvents 1.0. How to read and write records, and how the");
    line("contract grows, is in [schemas/README.md](../schemas/README.md).");
    line("");
    line(
        "Common to all records: *instant* is milliseconds since 1970-01-01T00:00Z; dates are text,");
    line(
        "`yyyy-MM-dd`; ids are text without meaning. Every enum begins with `UNKNOWN`, which nobody");
    line("writes: an older reader sees it in the place of a symbol that it does not know.");
    line("A field without a default is always set.");
    line("");
  }

  private void topics() {
    line("## Topics");
    line("");
    line("| topic | kept | largest record | holds |");
    line("|---|---|---|---|");
    for (Topic topic : Topics.all()) {
      line(
          "| `%s` | %s | %s | %s |"
              .formatted(topic.name(), kept(topic.kind()), size(topic), holds(topic)));
    }
    line("");
  }

  private static String kept(TopicKind kind) {
    return switch (kind.cleanup()) {
      case COMPACT -> "the latest of each key";
      case DELETE -> kind.retention().map(Duration::toDays).map(d -> d + " d").orElse("for ever");
    };
  }

  private static String size(Topic topic) {
    return topic.maxMessageBytes() / 1024 + " KiB";
  }

  private String holds(Topic topic) {
    if (topic.kind() == TopicKind.DEAD_LETTERS) {
      return "commands that could not be understood, as they came";
    }
    String file = topic.kind() == TopicKind.REPLIES ? "replies" : fileOf(topic);
    return idl.stream()
        .filter(each -> each.name().equals(file))
        .flatMap(each -> each.records().stream())
        .map(TypeText::link)
        .reduce((one, other) -> one + ", " + other)
        .orElse("nothing yet");
  }

  private static String fileOf(Topic topic) {
    return topic.service().id() + "-" + topic.kind().suffix();
  }

  private void file(IdlFiles.File file) {
    line("## " + file.topic());
    line("");
    file.records().forEach(this::type);
  }

  /** Types that are part of records: each once, however many topics use them. */
  private void sharedTypes() {
    SortedMap<String, Schema> shared = new TreeMap<>();
    idl.forEach(file -> shared.putAll(file.types()));
    shared.values().removeIf(type -> type.getObjectProp(IdlFiles.TOPIC) != null);
    for (String area : areas()) {
      line(area.isEmpty() ? "## Types of all services" : "## Types of " + area);
      line("");
      shared.values().stream()
          .filter(type -> type.getNamespace().equals(namespace(area)))
          .forEach(this::type);
    }
  }

  private static List<String> areas() {
    List<String> areas = new ArrayList<>();
    areas.add("");
    Stream.of(Service.values()).map(Service::id).forEach(areas::add);
    return areas;
  }

  private static String namespace(String area) {
    return area.isEmpty() ? "io.weirworks.contract" : "io.weirworks.contract." + area;
  }

  private void type(Schema type) {
    line("### " + type.getName());
    line("");
    String ids =
        SchemaCatalogue.contract().versions(type.getFullName()).stream()
            .map(version -> "version %d is id %d".formatted(version.version(), version.id()))
            .collect(Collectors.joining(", "));
    line("`%s`%s".formatted(type.getFullName(), ids.isEmpty() ? "" : "; " + ids));
    line("");
    if (type.getType() == Schema.Type.ENUM) {
      symbols(type);
    } else {
      line(TypeText.oneLine(type.getDoc()));
      line("");
      fields(type);
    }
    line("");
  }

  private void symbols(Schema type) {
    String[] doc = type.getDoc().split("\n\n", 2);
    line(TypeText.oneLine(doc[0]));
    line("");
    line("| symbol | meaning |");
    line("|---|---|");
    doc[1]
        .lines()
        .map(symbol -> symbol.split(": ", 2))
        .forEach(symbol -> line("| `%s` | %s |".formatted(symbol[0], symbol[1])));
  }

  private void fields(Schema type) {
    line("| field | type | default | meaning |");
    line("|---|---|---|---|");
    for (Schema.Field field : type.getFields()) {
      line(
          "| `%s` | %s | %s | %s |"
              .formatted(
                  field.name(),
                  TypeText.nameOf(field.schema()),
                  TypeText.defaultOf(field),
                  TypeText.oneLine(field.doc())));
    }
  }

  private void errorCodes() {
    line("## Error codes");
    line("");
    line("The closed list of codes in `code` fields. A code is never renamed.");
    codes("Commands", CommandError.values());
    codes("Definitions", DefinitionError.values());
    codes("Parameters", ParameterError.values());
    codes("Runs", RunError.values());
    codes("Lineage", LineageError.values());
  }

  private void codes(String title, ErrorCode[] codes) {
    line("");
    line("| %s | meaning |".formatted(title));
    line("|---|---|");
    for (ErrorCode code : codes) {
      line("| `%s` | %s |".formatted(code.code(), TypeText.oneLine(code.meaning())));
    }
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
