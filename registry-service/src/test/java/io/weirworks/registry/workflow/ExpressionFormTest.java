package io.weirworks.registry.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outer form of dataworks-semantics 2.7. */
class ExpressionFormTest {

  private final ExpressionForm form = new ExpressionForm();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "$bizdate",
        "$",
        "100$",
        "${yyyymmdd-1}",
        "$[yyyy-mm-dd]$[hh24-1/24]",
        "a${yyyy}b$[mm]c",
        "$[yyyymmdd-1]_]}",
      })
  void closedFormsWithAnyTextAroundAreRight(String expression) {
    assertThat(form.fault(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${yyyymmdd",
        "$[yyyymmdd}",
        "$[yyyy$[mm]]",
        "${}",
        "$[]",
        "$bizdate $cyctime",
        "a\u00a0b",
        "day=$bizdate",
        "$[yyyy]${mm",
      })
  void openNestedEmptyOrSeparatedFormsAreWrong(String expression) {
    assertThat(form.fault(expression)).isPresent();
  }
}
