package io.weirworks.registry.flowspec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The families of FlowSpec versions that are written differently (dataworks-semantics 1.1). */
public enum SpecVersion {
  /** 1.0.0: the body's fields stand at the top level. */
  V1_0("1.0.0"),
  /** 1.1.0 and 1.2.0: body in {@code spec}, edges in {@code flow}. */
  V1_1("1.1.0"),
  /** 2.x: edges in {@code dependencies}, workflows first class, time-outs with their unit. */
  V2("2.0.0");

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?(?:\\.\\w{1,20})*");

  private final String number;

  SpecVersion(String number) {
    this.number = number;
  }

  /** The version number that documents of the family are written with. */
  public String number() {
    return number;
  }

  static Optional<SpecVersion> of(String written) {
    Matcher matcher = NUMBER.matcher(written);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String minor = matcher.group(2) == null ? "0" : matcher.group(2);
    return switch (matcher.group(1)) {
      case "1" ->
          switch (minor) {
            case "0" -> Optional.of(V1_0);
            case "1", "2" -> Optional.of(V1_1);
            default -> Optional.empty();
          };
      case "2" -> Optional.of(V2);
      default -> Optional.empty();
    };
  }
}
