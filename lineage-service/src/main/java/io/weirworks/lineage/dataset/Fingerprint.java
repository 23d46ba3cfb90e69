package io.weirworks.lineage.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names what is too long to be a key: the SHA-256 of a text, 64 hex digits. */
public final class Fingerprint {

  private Fingerprint() {}

  /** Of parts none of which holds a line break. */
  public static String of(List<String> parts) {
    return of(String.join("\n", parts));
  }

  public static String of(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
