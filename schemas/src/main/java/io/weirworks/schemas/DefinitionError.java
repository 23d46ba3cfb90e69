package io.weirworks.schemas;

/** Why a definition was refused. */
public enum DefinitionError implements ErrorCode {
  COMPUTING_RESOURCE_TYPE_NOT_SUPPORTED_YET(
      "This type of computing resource is not supported yet."),
  DOCUMENT_TOO_LARGE("The document is too large."),
  DOCUMENT_TOO_DEEP("Objects and lists of the document are nested too deep."),
  MALFORMED_DOCUMENT("The document is neither well-formed JSON nor well-formed YAML."),
  DUPLICATE_KEY("The key occurs twice in one object."),
  YAML_ALIAS_NOT_ALLOWED("YAML aliases are not allowed."),
  YAML_TAG_NOT_ALLOWED("YAML tags other than those of plain data are not allowed."),
  UNSUPPORTED_VERSION("This FlowSpec version is not supported."),
  WRONG_TYPE("The value has another JSON type than its key asks for."),
  DUPLICATE_ID("The id is used twice."),
  UNRESOLVED_REFERENCE("The reference names something that the document does not define."),
  CIRCULAR_REFERENCE("The reference leads back to itself."),
  CONFLICTING_VALUE("One setting is given twice with different values."),
  UNSUPPORTED_KIND("Documents of this kind cannot be deployed as a workflow."),
  WRONG_WORKFLOW_COUNT("The document does not hold exactly one workflow."),
  DUPLICATE_NAME("The name is used twice."),
  DUPLICATE_OUTPUT("Several nodes cannot export the same output."),
  UNKNOWN_NODE_TYPE("There is no such node type."),
  NODE_TYPE_NOT_SUPPORTED_YET("This node type is not supported yet."),
  FLINK_NOT_SUPPORTED("EMR Flink tasks are not supported."),
  LANGUAGE_MISMATCH("The language does not agree with the node type."),
  CONTENT_TOO_LARGE("The script is larger than its node type allows."),
  WORKFLOW_TOO_LARGE(
      "The workflow has more nodes, dependencies or text than one definition may have."),
  UNRESOLVED_DEPENDENCY("The upstream node or output does not exist."),
  DOWNSTREAMS_EXIST("Nodes of other workflows depend on it."),
  SELF_DEPENDENCY("A node cannot depend on itself."),
  DEPENDENCY_CYCLE("The dependencies form a cycle."),
  INVALID_CONTROL_FLOW(
      "Branches, joins, loops or values of other nodes cannot be followed as they are written."),
  FEATURE_NOT_SUPPORTED_YET("This setting would change what runs and is not supported yet."),
  DUPLICATE_PARAMETER("The parameter is given twice."),
  INVALID_EXPRESSION("The scheduling parameter cannot be evaluated."),
  INVALID_CRON("The cron expression is wrong.");

  private final String meaning;

  DefinitionError(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
