package io.weirworks.schemas;

/** Why a command was refused, whatever it asked. */
public enum CommandError implements ErrorCode {
  NOT_FOUND("What the command names does not exist."),
  CONFLICT("A unique name is taken."),
  OPERATION_DENIED("What the command names is in a state that does not allow it."),
  INVALID_PARAMETER("A field or parameter has a value that is not allowed."),
  MISSING_VALUE("A required value is missing."),
  INVALID_NAME("The name breaks the naming rules."),
  OUT_OF_RANGE("The value is out of range."),
  UNKNOWN_VALUE("The value is not one of the allowed ones."),
  UNKNOWN_TIME_ZONE("The time zone is not an IANA zone such as Asia/Shanghai."),
  TOO_LARGE("The command, or a record that would follow from it, is above its topic's size limit."),
  IDEMPOTENCY_KEY_REUSED(
      "ce_source and ce_id were used within 8 days by another actor or for another content."),
  NOT_YET_KNOWN(
      "What ce_after demands was not read within 30 s; send the command again under a new id."),
  UNHANDLED(
      "The service could not handle the command; it lies in the dead letters, to be sent again under a"
          + " new id."),
  SKIPPED("An operator passed over the command; it lies in the dead letters."),
  INVALID_REPLY_TO("ce_replyto does not name the service's reply topic.");

  private final String meaning;

  CommandError(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
