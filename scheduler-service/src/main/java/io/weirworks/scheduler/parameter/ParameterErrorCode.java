package io.weirworks.scheduler.parameter;

/**
 * The closed list of reasons why a parameter is refused: finer than the contract's
 * InvalidExpression, for {@code params eval} and for tools that point at the place.
 */
public enum ParameterErrorCode {
  BLANK("BlankInExpression"),
  EQUALS_SIGN("EqualsSignInExpression"),
  UNCLOSED_FORM("UnclosedForm"),
  NO_FORMAT_TOKEN("NoFormatToken"),
  UPPER_CASE_TOKEN("UpperCaseToken"),
  TIME_TOKEN_IN_BUSINESS_DATE("TimeTokenInBusinessDate"),
  DAYS_WITHOUT_DAY_TOKEN("DaysWithoutDayToken"),
  INVALID_OFFSET("InvalidOffset"),
  DIVISION_BY_ZERO("DivisionByZero"),
  NUMBER_TOO_LARGE("NumberTooLarge"),
  UNKNOWN_NAME("UnknownParameterName"),
  DATE_OUT_OF_RANGE("DateOutOfRange"),
  NO_INSTANCE("NoInstance"),
  INVALID_ASSIGNMENT("InvalidAssignment"),
  DUPLICATE_NAME("DuplicateParameterName"),
  INVALID_TIME("InvalidTime"),
  INVALID_ZONE("InvalidTimeZone");

  private final String code;

  ParameterErrorCode(String code) {
    this.code = code;
  }

  /** The stable name of the reason. */
  public String code() {
    return code;
  }
}
