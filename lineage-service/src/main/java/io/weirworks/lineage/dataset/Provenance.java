package io.weirworks.lineage.dataset;

/**
 * A writer that says something.
 *
 * @param first its first word of it
 * @param last its latest
 */
public record Provenance(Writer writer, Confirmation first, Confirmation last) {

  /** The same writer's words together. */
  public Provenance and(Provenance other) {
    return new Provenance(writer, first.earlier(other.first), last.later(other.last));
  }
}
