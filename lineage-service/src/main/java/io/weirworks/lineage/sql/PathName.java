package io.weirworks.lineage.sql;

/**
 * Files addressed by path: {@code json.`/data/raw`}, {@code LOCATION '/data/raw'}, {@code INSERT
 * OVERWRITE DIRECTORY}.
 *
 * @param location as written
 */
public record PathName(String location) implements Dataset {
  @Override
  public String id() {
    return "path:" + location;
  }
}
