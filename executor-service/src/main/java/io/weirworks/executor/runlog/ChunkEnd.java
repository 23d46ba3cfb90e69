package io.weirworks.executor.runlog;

/**
 * Where a chunk may end: behind a line where it can, never inside a character or inside what may
 * become a secret.
 */
final class ChunkEnd {
  private ChunkEnd() {}

  /**
   * The end, exclusive; {@code from} where nothing may be sent yet.
   *
   * @param last whether the stream ends at {@code to}
   * @param more whether more of the stream follows at once, so that a cut behind a line costs
   *     nothing
   * @param closed what lies at or behind this index may still become part of a secret
   */
  static int of(byte[] text, int from, int to, boolean last, boolean more, int closed) {
    int limit = Math.min(to, closed);
    if (more) {
      for (int end = limit; end > from; end--) {
        if (endsLine(text, end)) {
          return end;
        }
      }
    }
    return last ? limit : characterStart(text, from, limit);
  }

  /** {@code \n}, {@code \r\n} and the {@code \r} of a progress bar end a line. */
  private static boolean endsLine(byte[] text, int end) {
    return text[end - 1] == '\n'
        || (text[end - 1] == '\r' && end < text.length && text[end] != '\n');
  }

  /**
   * Steps back over a UTF-8 character that is not complete before {@code end}; bytes that are no
   * UTF-8 are left as they are.
   */
  private static int characterStart(byte[] text, int from, int end) {
    for (int start = end - 1; start >= Math.max(from, end - 3); start--) {
      int b = text[start] & 0xff;
      if (b >= 0xc0) {
        int length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
        return start + length > end ? start : end;
      }
      if (b < 0x80) {
        return end;
      }
    }
    return end;
  }
}
