package io.weirworks.lineage.metadata;

import java.util.List;

/**
 * What people say of a table; an empty text says nothing.
 *
 * @param usageNote how it is to be used
 * @param description what it holds
 * @param owner who answers for it
 * @param tags sorted, each once
 */
public record BusinessMetadata(
    String usageNote, String description, String owner, List<String> tags) {

  static final BusinessMetadata NONE = new BusinessMetadata("", "", "", List.of());

  public BusinessMetadata {
    tags = tags.stream().distinct().sorted().toList();
  }
}
