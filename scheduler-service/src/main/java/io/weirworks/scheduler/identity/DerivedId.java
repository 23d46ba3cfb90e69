package io.weirworks.scheduler.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based ids (RFC 9562, version 5): the same parts always give the same id. */
final class DerivedId {
  private static final UUID NAMESPACE = UUID.fromString("7d8f3c1e-52a4-5b0e-9c36-2f4f0b6f1a77");

  private DerivedId() {}

  /**
   * Derives an id.
   *
   * @param kind keeps ids of different kinds apart
   * @param parts each goes in with its length, so that ("ab", "c") and ("a", "bc") differ
   */
  static UUID of(String kind, String... parts) {
    MessageDigest digest = sha1();
    digest.update(bytes(NAMESPACE));
    add(digest, kind);
    for (String part : parts) {
      add(digest, part);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1.", e);
    }
  }
}
