package io.weirworks.lineage.collection.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.lineage.CreateMetaCollection;
import io.weirworks.contract.lineage.MetaCollectionKind;
import io.weirworks.lineage.collection.MetaCollection;
import io.weirworks.lineage.decision.Refusal;
import io.weirworks.lineage.decision.adapter.Decisions;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes a collection; its name is a row that no other may have. */
public final class CreateMetaCollectionHandler implements Handler<CreateMetaCollection> {

  static final String NAMES = "meta_collection_name";
  private static final String NAME = "INSERT INTO " + NAMES + " (id, collection) VALUES (?, ?)";

  @Override
  public Class<CreateMetaCollection> type() {
    return CreateMetaCollection.class;
  }

  @Override
  public Optional<String> orderingKey(CreateMetaCollection command, Envelope envelope, Work work) {
    return Optional.of(CollectionKind.ORDERING_KEY);
  }

  @Override
  public void load(List<CreateMetaCollection> commands, Work work) {
    work.load(
        CollectionKind.COLLECTION,
        commands.stream().map(CreateMetaCollection::getParentId).filter(Objects::nonNull).toList());
  }

  @Override
  public Decision decide(CreateMetaCollection command, Asked asked, Work work) {
    if (command.getKind() == MetaCollectionKind.UNKNOWN) {
      return Decisions.refused(
          new Refusal(
              Refusal.Code.UNKNOWN_VALUE, "the kinds are CATEGORY and ALBUM", "kind", "UNKNOWN"));
    }
    MetaCollection wanted =
        MetaCollection.fresh(
            id(asked.envelope()),
            MetaCollection.Kind.valueOf(command.getKind().name()),
            command.getName(),
            command.getParentId(),
            Optional.ofNullable(command.getDescription()).orElse(""));
    MetaCollection parent =
        Optional.ofNullable(command.getParentId())
            .flatMap(id -> work.find(CollectionKind.COLLECTION, id))
            .orElse(null);
    return Decisions.of(
        CollectionKind.ref(wanted.id()),
        MetaCollection.create(wanted, parent),
        event -> List.of(new Effect.Write(NAME, List.of(nameKey(wanted), wanted.id()))));
  }

  /** The same for the same command, so that its repetition makes nothing else. */
  private static String id(Envelope envelope) {
    String identity = envelope.source() + "\n" + envelope.id();
    return UUID.nameUUIDFromBytes(identity.getBytes(UTF_8)).toString();
  }

  static String nameKey(MetaCollection collection) {
    String parent = collection.parentId();
    return collection.kind() + "\n" + (parent == null ? "" : parent) + "\n" + collection.name();
  }
}
