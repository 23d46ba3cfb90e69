package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.dataset.Fingerprint;

/** A statement's text as engine and executor both tell it: by this, one finds the other's. */
final class StatementText {

  private StatementText() {}

  static String sha256(String text) {
    String bare = text.strip();
    while (bare.endsWith(";")) {
      bare = bare.substring(0, bare.length() - 1).strip();
    }
    return Fingerprint.of(bare);
  }
}
