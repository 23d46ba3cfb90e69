package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.Writer;

/** A version that a writer says, with its first and latest word of it. */
public record Word(Version version, Provenance saidBy) {

  Writer writer() {
    return saidBy.writer();
  }

  boolean isOf(Writer writer, String version) {
    return this.version.hash().equals(version) && writer().equals(writer);
  }
}
