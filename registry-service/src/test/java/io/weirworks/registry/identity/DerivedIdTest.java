package io.weirworks.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {
  private static final UUID OWNER = UUID.fromString("0197a000-0000-7000-8000-000000000001");

  /** Golden values computed with Python's {@code uuid.uuid5}. */
  @Test
  void idsStayTheSameForEver() {
    assertThat(DerivedId.of("workspace", "demo"))
        .hasToString("031db7a2-55a9-58f4-b9b7-906f70468c92");
    assertThat(DerivedId.of("workflow", OWNER, "flights"))
        .hasToString("a71959bf-cc7e-5902-9ec0-674514e77881");
  }

  @Test
  void kindOwnerAndNameAllTellIdsApart() {
    assertThat(DerivedId.of("workflow", OWNER, "a"))
        .isNotEqualTo(DerivedId.of("computing-resource", OWNER, "a"))
        .isNotEqualTo(DerivedId.of("workflow", OWNER, "b"))
        .isNotEqualTo(
            DerivedId.of("workflow", UUID.fromString("0197a000-0000-7000-8000-000000000002"), "a"))
        .isNotEqualTo(DerivedId.of("workflow", "a"));
  }
}
