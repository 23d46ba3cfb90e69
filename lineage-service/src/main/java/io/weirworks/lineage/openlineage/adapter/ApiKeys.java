package io.weirworks.lineage.openlineage.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who may post events. Keys are known by their SHA-256 only. Without any, a server on loopback is
 * open, since only this host reaches it, and any other is closed.
 */
final class ApiKeys {

  private static final String SCHEME = "bearer ";

  /** What a caller may do. */
  enum Verdict {
    ALLOWED,
    /** No key, or one that is not known. */
    UNKNOWN_KEY,
    /** No key is configured, and others than this host reach the server. */
    CLOSED
  }

  private final List<byte[]> hashes;
  private final boolean loopback;

  /**
   * @param hashes 64 hex digits each
   * @param host that the server listens on
   * @throws IllegalArgumentException for what is no SHA-256, without repeating it: it may be a key
   */
  ApiKeys(List<String> hashes, String host) {
    this.hashes = hashes.stream().map(ApiKeys::bytes).toList();
    this.loopback = isLoopback(host);
  }

  boolean isClosed() {
    return hashes.isEmpty() && !loopback;
  }

  /**
   * @param authorization header of that name
   */
  Verdict check(@Nullable String authorization) {
    if (hashes.isEmpty()) {
      return loopback ? Verdict.ALLOWED : Verdict.CLOSED;
    }
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Verdict.UNKNOWN_KEY;
    }
    byte[] given = sha256(authorization.substring(SCHEME.length()).strip());
    boolean known = false;
    for (byte[] hash : hashes) {
      known |= MessageDigest.isEqual(hash, given); // no answer comes sooner than another
    }
    return known ? Verdict.ALLOWED : Verdict.UNKNOWN_KEY;
  }

  private static byte[] bytes(String hash) {
    if (!hash.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException(
          "weirworks.lineage.openlineage.api-keys holds a value of "
              + hash.length()
              + " characters; each is the SHA-256 of a key, 64 hex digits: printf %s KEY | sha256sum");
    }
    return HexFormat.of().parseHex(hash);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
