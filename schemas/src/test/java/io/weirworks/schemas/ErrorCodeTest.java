package io.weirworks.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodeTest {

  @ParameterizedTest
  @CsvSource({
    "NotFound,NOT_FOUND",
    "IdempotencyKeyReused,IDEMPOTENCY_KEY_REUSED",
    "YamlAliasNotAllowed,YAML_ALIAS_NOT_ALLOWED",
    "TimeTokenInBusinessDate,TIME_TOKEN_IN_BUSINESS_DATE",
    "RunLost,RUN_LOST",
    "SyntaxError,SYNTAX_ERROR"
  })
  void codeIsFoundByItsTextOnTheWire(String code, String name) {
    assertThat(ErrorCode.ofCode(code))
        .get()
        .extracting(ErrorCode::name, ErrorCode::code)
        .containsExactly(name, code);
  }

  @Test
  void everyCodeIsOfOneListOnlyAndIsExplained() {
    assertThat(ErrorCode.all())
        .extracting(ErrorCode::code)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(80);
    assertThat(ErrorCode.all()).allSatisfy(each -> assertThat(each.meaning()).endsWith("."));
  }

  @Test
  void codeOfALaterVersionIsUnknownNotWrong() {
    assertThat(ErrorCode.ofCode("SomethingNew")).isEmpty();
  }
}
