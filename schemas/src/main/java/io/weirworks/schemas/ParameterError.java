package io.weirworks.schemas;

/** Why a scheduling parameter was refused. */
public enum ParameterError implements ErrorCode {
  BLANK_IN_EXPRESSION("An expression holds no blank."),
  EQUALS_SIGN_IN_EXPRESSION("An expression holds no equals sign."),
  UNCLOSED_FORM("A form is opened with ${ or $[ and not closed."),
  NO_FORMAT_TOKEN("A form has no token such as yyyy, mm or dd."),
  UPPER_CASE_TOKEN("Tokens are written in lower case."),
  TIME_TOKEN_IN_BUSINESS_DATE("${…} is of the business date and has no hours, minutes or seconds."),
  DAYS_WITHOUT_DAY_TOKEN("A $[…] format without dd cannot be moved by whole days."),
  INVALID_OFFSET("The offset is not of the grammar."),
  DIVISION_BY_ZERO("An offset divides by zero."),
  NUMBER_TOO_LARGE("A number of the offset is too large."),
  UNKNOWN_PARAMETER_NAME("There is no built-in parameter of that name."),
  DATE_OUT_OF_RANGE("The date lies outside the years 0001 to 9999."),
  NO_INSTANCE("The parameter needs an instance and there is none."),
  INVALID_ASSIGNMENT("A parameter is written name=expression."),
  DUPLICATE_PARAMETER_NAME("A parameter is assigned twice."),
  INVALID_TIME("A time is no time, or a period ends before it begins."),
  INVALID_TIME_ZONE("The time zone is not an IANA zone such as Asia/Shanghai.");

  private final String meaning;

  ParameterError(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
