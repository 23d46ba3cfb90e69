package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.graph.adapter.Parameters;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import java.util.List;

/**
 * Which part of a list is asked for.
 *
 * @param limit 1 to 1000
 * @param offset from 0
 */
record Pages(int limit, int offset) {

  static final String DEFAULT = "100";
  private static final int LONGEST = 1_000;

  Pages {
    Parameters.within("limit", limit, LONGEST);
    if (offset < 0) {
      throw RefusedReadException.invalid("offset", String.valueOf(offset), "offset is 0 or more");
    }
  }

  <T> List<T> of(List<T> all) {
    return all.stream().skip(offset).limit(limit).toList();
  }
}
