package io.weirworks.registry.workflow.adapter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.weirworks.registry.workflow.NodeControl;
import io.weirworks.registry.workflow.NodeParameters;
import io.weirworks.registry.workflow.ParameterValue;
import io.weirworks.registry.workflow.WorkflowDefinition;

/**
 * The domain's definition as JSON text in its row. A column that a newer version wrote is read
 * without what this version does not know.
 */
final class DefinitionJson {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "read")
  @JsonSubTypes({
    @Type(value = NodeParameters.Named.class, name = "by-name"),
    @Type(value = NodeParameters.Positional.class, name = "by-position")
  })
  private interface NodeParametersForm {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @Type(value = ParameterValue.Expression.class, name = "expression"),
    @Type(value = ParameterValue.Constant.class, name = "constant")
  })
  private interface ParameterValueForm {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "steers")
  @JsonSubTypes({
    @Type(value = NodeControl.None.class, name = "nothing"),
    @Type(value = NodeControl.Branch.class, name = "branch"),
    @Type(value = NodeControl.Join.class, name = "join"),
    @Type(value = NodeControl.Loop.class, name = "loop")
  })
  private interface NodeControlForm {}

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addMixIn(NodeParameters.class, NodeParametersForm.class)
          .addMixIn(ParameterValue.class, ParameterValueForm.class)
          .addMixIn(NodeControl.class, NodeControlForm.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private DefinitionJson() {}

  static String write(WorkflowDefinition definition) {
    try {
      return JSON.writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("definition " + definition.name() + " has no JSON form", e);
    }
  }

  static WorkflowDefinition read(String json) {
    try {
      return JSON.readValue(json, WorkflowDefinition.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored definition cannot be read", e);
    }
  }
}
