package io.weirworks.standalone.command;

import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.standalone.topics.RecordJson;
import io.weirworks.standalone.topics.TopicNames;
import io.weirworks.standalone.topics.TopicReader;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints records of the contract's topics as JSON. */
@Command(
    name = "events",
    description = {
      "Print what happens, decoded: one JSON object a line with topic, partition, offset, key,",
      "headers and value. Without --from-beginning it prints what comes from now on, until Ctrl-C;",
      "with it all that there is, and with --follow also what comes after that."
    })
final class EventsCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Option(
      names = "--topic",
      paramLabel = "T",
      description =
          "Any topic of the contract, such as weirworks.scheduler.state; default: the events of all"
              + " services.")
  private @Nullable String topic;

  @Option(names = "--from-beginning", description = "Begin with the oldest record.")
  private boolean fromBeginning;

  @Option(names = "--follow", description = "Go on until Ctrl-C.")
  private boolean follow;

  EventsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    RecordJson form = new RecordJson(new AvroCodec(SchemaCatalogue.contract()));
    try (TopicReader reader = reader()) {
      if (fromBeginning) {
        reader.readToEnd(record -> print(form, record));
      } else {
        reader.toEnd();
      }
      boolean goOn = follow || !fromBeginning;
      while (goOn && !surroundings.out().checkError()) {
        reader.poll().forEach(record -> print(form, record));
      }
      return 0;
    }
  }

  private TopicReader reader() {
    if (topic == null) {
      return TopicReader.ofThoseThere(platform.bootstrapServers(), TopicNames.events());
    }
    List<String> named = List.of(TopicNames.find(topic));
    return TopicReader.of(platform.bootstrapServers(), named);
  }

  private void print(RecordJson form, ArrivedRecord record) {
    surroundings.out().println(form.json(record));
  }
}
