package io.weirworks.lineage.sql;

/**
 * Files addressed by path: {@code json.`/data/raw`}, {@code LOCATION '/data/raw'}, {@code INSERT
 * OVERWRITE DIRECTORY}.
 *
 * @param location as written, without a trailing slash
 */
public record PathName(String location) implements Dataset {
  public PathName {
    if (location.length() > 1 && location.endsWith("/")) {
      location = location.substring(0, location.length() - 1);
    }
  }

  @Override
  public String id() {
    return "path:" + location;
  }
}
