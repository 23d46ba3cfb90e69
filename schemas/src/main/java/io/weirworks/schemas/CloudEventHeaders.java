package io.weirworks.schemas;

/**
 * The Kafka headers of every record: CloudEvents 1.0 in Kafka binary mode with our extensions
 * (DESIGN 2, "Envelope"). Values are UTF-8 text without escaping.
 */
public final class CloudEventHeaders {

  /** Always {@link #SPEC_VERSION_1_0}. */
  public static final String SPEC_VERSION = "ce_specversion";

  /** Always {@link #CONTENT_TYPE_AVRO}; tombstones have it too. */
  public static final String CONTENT_TYPE = "content-type";

  /** With {@link #SOURCE} the identity of the record; of a command, its idempotency key. */
  public static final String ID = "ce_id";

  /** Who made the record, a URI reference such as {@code /weirworks/scheduler}. */
  public static final String SOURCE = "ce_source";

  /** Full name of the Avro record, such as {@code io.weirworks.contract.scheduler.RunWorkflow}. */
  public static final String TYPE = "ce_type";

  /** Id of what the record is about: a workflow, a node instance, a run. */
  public static final String SUBJECT = "ce_subject";

  /** When it was made, RFC 3339 in UTC. */
  public static final String TIME = "ce_time";

  /** Name of the workspace it belongs to; absent where it belongs to none. */
  public static final String WORKSPACE = "ce_workspace";

  /** Who asked: {@code user:<name>} or {@code service:<name>}. */
  public static final String ACTOR = "ce_actor";

  /** For whom the actor asked, in the actor's form. */
  public static final String ON_BEHALF_OF = "ce_onbehalfof";

  /** How the actor is proven; {@code none} until signatures exist. */
  public static final String ACTOR_PROOF = "ce_actorproof";

  /** The {@link #ID} of the command or event that led here. */
  public static final String CAUSATION_ID = "ce_causationid";

  /** Common to everything that one outside command led to: the {@link #ID} of that command. */
  public static final String CORRELATION_ID = "ce_correlationid";

  /** Position among the events of the subject, in the form of {@link Sequence}. */
  public static final String SEQUENCE = "ce_sequence";

  /** Present on a command that wants one reply: the name of the topic to reply on. */
  public static final String REPLY_TO = "ce_replyto";

  /** What the receiver must have read before it decides, in the form of {@link Precondition}. */
  public static final String AFTER = "ce_after";

  /** When the broker took the record that this one was forwarded from, RFC 3339 in UTC. */
  public static final String FORWARDED_TIME = "ce_forwardedtime";

  /** Id of the key that {@link #SIGNATURE} was made with. */
  public static final String KEY_ID = "ce_keyid";

  /** Ed25519 signature, base64, that proves {@link #ACTOR}. */
  public static final String SIGNATURE = "ce_signature";

  /** W3C Trace Context. */
  public static final String TRACEPARENT = "traceparent";

  /** The value of {@link #SPEC_VERSION}. */
  public static final String SPEC_VERSION_1_0 = "1.0";

  /** The value of {@link #CONTENT_TYPE}. */
  public static final String CONTENT_TYPE_AVRO = "application/avro";

  /** The value of {@link #ACTOR_PROOF} when nothing proves the actor. */
  public static final String ACTOR_PROOF_NONE = "none";

  private CloudEventHeaders() {}
}
