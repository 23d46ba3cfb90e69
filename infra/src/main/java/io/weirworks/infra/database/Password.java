package io.weirworks.infra.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A password that nobody has to type. */
final class Password {

  private static final int BYTES = 16;

  private Password() {}

  /** 128 random bits in hexadecimal, which needs no quoting anywhere. */
  static String generate() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
