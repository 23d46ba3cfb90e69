package io.weirworks.registry.flowspec;

/**
 * What a document may cost. The vendor states no limits (dataworks-semantics 13 row 20), so these
 * are ours: a definition and its document must fit in one event of the registry topics (16 MiB,
 * DESIGN 3.5).
 */
public final class FlowSpecLimits {
  /** Longest document, in UTF-8 bytes. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  /** Deepest nesting of objects and lists. */
  public static final int MAX_DEPTH = 100;

  /** Longest key, in characters. */
  public static final int MAX_KEY_LENGTH = 1_024;

  /** Longest number, in characters. */
  public static final int MAX_NUMBER_LENGTH = 100;

  /** Characters of text plus objects, after every reference was replaced by what it names. */
  static final long MAX_EXPANDED = 4L * MAX_BYTES;

  private FlowSpecLimits() {}
}
