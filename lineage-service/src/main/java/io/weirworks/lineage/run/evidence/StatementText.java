package io.weirworks.lineage.run.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A statement's text as engine and executor both tell it: by this, one finds the other's. */
final class StatementText {

  private StatementText() {}

  static String sha256(String text) {
    String bare = text.strip();
    while (bare.endsWith(";")) {
      bare = bare.substring(0, bare.length() - 1).strip();
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bare.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
