package io.weirworks.registry.decision;

/**
 * The closed list of reasons for which the registry refuses something. The codes are part of the
 * public contract: never renamed, never reused. Codes that every service shares ({@code
 * IdempotencyKeyReused}, {@code NotYetKnown}, {@code TooLarge}) belong to messaging.
 */
public enum RejectionCode {
  /** The subject that the command names does not exist. */
  NOT_FOUND("NotFound", "no such subject"),
  /** A unique name is taken. */
  CONFLICT("Conflict", "the name is already taken"),
  /** A name breaks the rules for names of its kind. */
  INVALID_NAME("InvalidName", "the name breaks the naming rules"),
  /** A number, duration or length lies outside its bounds. */
  OUT_OF_RANGE("OutOfRange", "the value is out of range"),
  /** A closed vocabulary does not have this value. */
  UNKNOWN_VALUE("UnknownValue", "the value is not one of the allowed ones"),
  /** A required value is absent or blank. */
  MISSING_VALUE("MissingValue", "a required value is missing"),
  /** A time zone that the IANA database does not have. */
  UNKNOWN_TIME_ZONE("UnknownTimeZone", "the time zone is not an IANA zone"),

  /** A computing resource type that the vendor has and we do not run yet. */
  COMPUTING_RESOURCE_TYPE_NOT_SUPPORTED_YET(
      "ComputingResourceTypeNotSupportedYet",
      "this type of computing resource is not supported yet"),

  /** The document is longer than the limit. */
  DOCUMENT_TOO_LARGE("DocumentTooLarge", "the document is too large"),
  /** Objects and lists are nested deeper than the limit. */
  DOCUMENT_TOO_DEEP("DocumentTooDeep", "the document is nested too deep"),
  /** Neither well-formed JSON nor well-formed YAML. */
  MALFORMED_DOCUMENT("MalformedDocument", "the document cannot be parsed"),
  /** One object has the same key twice. */
  DUPLICATE_KEY("DuplicateKey", "the key occurs twice in one object"),
  /** YAML anchors may not be used through aliases: they can blow a small text up without bound. */
  YAML_ALIAS_NOT_ALLOWED("YamlAliasNotAllowed", "YAML aliases are not allowed"),
  /** A YAML tag other than those of plain data. */
  YAML_TAG_NOT_ALLOWED("YamlTagNotAllowed", "this YAML tag is not allowed"),
  /** A FlowSpec version that nobody has published, or that we cannot read. */
  UNSUPPORTED_VERSION("UnsupportedVersion", "this FlowSpec version is not supported"),
  /** A value has another JSON type than its key asks for. */
  WRONG_TYPE("WrongType", "the value has the wrong type"),
  /** Two objects of one section have the same id. */
  DUPLICATE_ID("DuplicateId", "the id is used twice"),
  /** A reference names something that the document does not define. */
  UNRESOLVED_REFERENCE("UnresolvedReference", "the reference cannot be resolved"),
  /** An object refers to itself through references. */
  CIRCULAR_REFERENCE("CircularReference", "the reference leads back to itself"),
  /** One setting is written twice with different values. */
  CONFLICTING_VALUE("ConflictingValue", "the setting is given twice with different values"),

  /** A document kind that cannot be deployed as a workflow. */
  UNSUPPORTED_KIND("UnsupportedKind", "documents of this kind cannot be deployed as a workflow"),
  /** The document has not exactly the workflow, or the one node, that its kind asks for. */
  WRONG_WORKFLOW_COUNT("WrongWorkflowCount", "the document does not hold exactly one workflow"),
  /** Two nodes of a workflow have the same name. */
  DUPLICATE_NAME("DuplicateName", "the name is used twice"),
  /** Two nodes export the same output (dataworks-semantics 1.7). */
  DUPLICATE_OUTPUT("DuplicateOutput", "several nodes cannot export the same output"),
  /** A command that DataWorks does not have. */
  UNKNOWN_NODE_TYPE("UnknownNodeType", "there is no such node type"),
  /** A command of dataworks-semantics 1.9 that we do not run yet. */
  NODE_TYPE_NOT_SUPPORTED_YET("NodeTypeNotSupportedYet", "this node type is not supported yet"),
  /** Flink in any form (dataworks-semantics 1.4, 10.1). */
  FLINK_NOT_SUPPORTED("FlinkNotSupported", "EMR Flink tasks are not supported"),
  /** The script's language does not agree with its command. */
  LANGUAGE_MISMATCH("LanguageMismatch", "the language does not agree with the node type"),
  /** SQL above the vendor's limit, or other code above ours. */
  CONTENT_TOO_LARGE("ContentTooLarge", "the script is too large"),
  /** The workflow has more nodes, dependencies or text than one definition may have. */
  WORKFLOW_TOO_LARGE("WorkflowTooLarge", "the workflow is too large"),
  /** A dependency names a node or an output that there is not (dataworks-semantics 3.11). */
  UNRESOLVED_DEPENDENCY("UnresolvedDependency", "the upstream node does not exist"),
  /** A node waits for itself in the same cycle. */
  SELF_DEPENDENCY("SelfDependency", "a node cannot depend on itself"),
  /** Nodes of other workflows wait for what would go (dataworks-semantics 3.3). */
  DOWNSTREAMS_EXIST("DownstreamsExist", "nodes of other workflows depend on it"),
  /** Nodes wait for one another in a circle. */
  DEPENDENCY_CYCLE("DependencyCycle", "the dependencies form a cycle"),
  /** Branches, joins, loops or bound values that cannot be followed (dataworks-semantics 4). */
  INVALID_CONTROL_FLOW("InvalidControlFlow", "the control flow cannot be followed"),
  /** Something of FlowSpec that would change what runs and that we do not do yet. */
  FEATURE_NOT_SUPPORTED_YET("FeatureNotSupportedYet", "this setting is not supported yet"),
  /** A parameter is not of the form that its node type asks for. */
  INVALID_PARAMETER("InvalidParameter", "the parameter is not well-formed"),
  /** Two parameters of one node have the same name. */
  DUPLICATE_PARAMETER("DuplicateParameter", "the parameter is given twice"),
  /** A scheduling parameter's expression is wrong. */
  INVALID_EXPRESSION("InvalidExpression", "the scheduling parameter cannot be evaluated"),
  /** A cron expression that is not of the forms of dataworks-semantics 3.1. */
  INVALID_CRON("InvalidCron", "the cron expression is wrong"),
  /** A time that is no time, or an effective period that ends before it begins. */
  INVALID_TIME("InvalidTime", "the time is wrong");

  private final String code;
  private final String meaning;

  RejectionCode(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The stable text of replies. */
  public String code() {
    return code;
  }

  /** What the code says, as the middle of a sentence. */
  public String meaning() {
    return meaning;
  }
}
