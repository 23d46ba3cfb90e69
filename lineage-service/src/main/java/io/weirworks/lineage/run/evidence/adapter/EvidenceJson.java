package io.weirworks.lineage.run.evidence.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.weirworks.lineage.run.evidence.Deciding;
import io.weirworks.lineage.run.evidence.Evidence;
import io.weirworks.lineage.run.evidence.EvidenceOwner;
import io.weirworks.lineage.sql.SchemaChange;

/** Evidence as its row holds it; only this service reads it. */
final class EvidenceJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          // properties are the components of records, not what their methods happen to be called
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .addMixIn(EvidenceOwner.class, NamedOwner.class)
          .addMixIn(Deciding.class, NamedDeciding.class)
          .addMixIn(SchemaChange.class, NamedChange.class)
          .build();

  private EvidenceJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = EvidenceOwner.OurRun.class, name = "ourRun"),
    @JsonSubTypes.Type(value = EvidenceOwner.Application.class, name = "application"),
    @JsonSubTypes.Type(value = EvidenceOwner.Others.class, name = "others")
  })
  private interface NamedOwner {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Deciding.Awaited.class, name = "awaited"),
    @JsonSubTypes.Type(value = Deciding.Succeeded.class, name = "succeeded"),
    @JsonSubTypes.Type(value = Deciding.DidNotSucceed.class, name = "didNotSucceed"),
    @JsonSubTypes.Type(value = Deciding.Linked.class, name = "linked")
  })
  private interface NamedDeciding {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SchemaChange.Created.class, name = "created"),
    @JsonSubTypes.Type(value = SchemaChange.Renamed.class, name = "renamed"),
    @JsonSubTypes.Type(value = SchemaChange.Dropped.class, name = "dropped")
  })
  private interface NamedChange {}

  static String write(Evidence evidence) {
    try {
      return JSON.writeValueAsString(evidence);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("evidence cannot be written", e);
    }
  }

  static Evidence read(String json) {
    try {
      return JSON.readValue(json, Evidence.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored evidence cannot be read", e);
    }
  }
}
