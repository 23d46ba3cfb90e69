package io.weirworks.messaging.shard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.storage.CommandMemoryTable.Content;
import io.weirworks.messaging.storage.CommandMemoryTable.Key;
import io.weirworks.messaging.wire.ArrivedRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Base64.Encoder;

/**
 * An understood record, whatever becomes of it.
 *
 * @param fromOutside remembered and answered: read from {@code commands}, or forwarded from there
 */
record Received(ArrivedRecord record, Asked asked, Origin origin, boolean fromOutside) {

  private static final Encoder DIGEST = Base64.getUrlEncoder().withoutPadding();

  /** Where it was read. */
  int shard() {
    return record.partition();
  }

  Envelope envelope() {
    return asked.envelope();
  }

  Key memoryKey() {
    return new Key(envelope().source(), envelope().id());
  }

  /** Type, subject and value: what must be the same for a key to be the same command again. */
  Content content() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(envelope().type().getBytes(UTF_8));
      byte[] value = record.value();
      if (value != null) {
        sha.update(value);
      }
      return new Content(envelope().actor(), DIGEST.encodeToString(sha.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
