package io.weirworks.lineage.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where files lie, in one spelling: Hadoop's names of the same file system become one, default
 * ports, credentials and needless slashes go, and a partition's directory is that of its table
 * (field-failures R57). A path without a scheme is taken for a local one.
 */
final class FileLocation {

  /**
   * A file system.
   *
   * @param port that is left out, -1 where there is none
   * @param host whether its authority is a host, in which cases do not differ
   */
  private record FileSystem(String name, int port, boolean host) {}

  private static final FileSystem LOCAL = new FileSystem("file", -1, true);

  private static final Map<String, FileSystem> BY_SCHEME =
      Map.ofEntries(
          Map.entry("file", LOCAL),
          Map.entry("s3", new FileSystem("s3", -1, false)),
          Map.entry("s3a", new FileSystem("s3", -1, false)),
          Map.entry("s3n", new FileSystem("s3", -1, false)),
          Map.entry("oss", new FileSystem("oss", -1, false)),
          Map.entry("gs", new FileSystem("gs", -1, false)),
          Map.entry("hdfs", new FileSystem("hdfs", 8020, true)),
          Map.entry("webhdfs", new FileSystem("hdfs", 9870, true)),
          Map.entry("swebhdfs", new FileSystem("hdfs", 9871, true)),
          Map.entry("viewfs", new FileSystem("viewfs", -1, true)),
          Map.entry("dbfs", new FileSystem("dbfs", -1, true)),
          Map.entry("abfs", new FileSystem("abfs", -1, true)),
          Map.entry("abfss", new FileSystem("abfs", -1, true)),
          Map.entry("wasb", new FileSystem("wasb", -1, true)),
          Map.entry("wasbs", new FileSystem("wasb", -1, true)));

  private static final Pattern LOCATION =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://([^/]*))?(.*)", Pattern.DOTALL);
  private static final Pattern PARTITION = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
  private static final Pattern OSS_ENDPOINT =
      Pattern.compile("([^.]+)\\.(?:oss-[a-z0-9-]+|[a-z0-9-]+\\.oss-dls)\\.aliyuncs\\.com");

  private FileLocation() {}

  /**
   * Whether this names a file system: {@code file}, {@code s3://bucket}, {@code hdfs://nn:8020}.
   */
  static boolean isFileSystem(String namespace) {
    return fileSystem(namespace.split(":", 2)[0]).isPresent();
  }

  /** Whether this is a path rather than a table's name. */
  static boolean isWritten(String text) {
    Matcher parts = LOCATION.matcher(text);
    return text.startsWith("/") || (parts.matches() && fileSystem(parts.group(1)).isPresent());
  }

  private static Optional<FileSystem> fileSystem(String scheme) {
    return Optional.ofNullable(BY_SCHEME.get(scheme.toLowerCase(Locale.ROOT)));
  }

  /**
   * @return {@code /data/raw}, {@code s3://bucket/data/raw}, {@code hdfs:/data/raw}; an unknown
   *     file system as it is written; empty for an empty text
   */
  static String canonical(String written) {
    String text = written.strip();
    Matcher parts = LOCATION.matcher(text);
    if (!parts.matches() || text.startsWith("/")) {
      return path(text, text.startsWith("/") ? "/" : "");
    }
    return fileSystem(parts.group(1))
        .map(system -> on(system, Optional.ofNullable(parts.group(2)).orElse(""), parts.group(3)))
        .orElse(text);
  }

  private static String on(FileSystem system, String written, String path) {
    String authority = authority(system, written);
    if (system.equals(LOCAL)) {
      return path(path, "/");
    }
    if (authority.isEmpty()) {
      return system.name + ":" + path(path, "/");
    }
    String below = path(path, "/");
    return system.name + "://" + authority + (below.equals("/") ? "" : below);
  }

  /** Azure's containers stand where others have credentials, which are nobody's business. */
  private static String authority(FileSystem system, String written) {
    boolean azure = system.name.equals("abfs") || system.name.equals("wasb");
    String authority = azure ? written : written.substring(written.lastIndexOf('@') + 1);
    if (system.host) {
      authority = authority.toLowerCase(Locale.ROOT);
    }
    String port = ":" + system.port;
    if (authority.endsWith(port)) {
      authority = authority.substring(0, authority.length() - port.length());
    }
    Matcher endpoint = OSS_ENDPOINT.matcher(authority);
    return system.name.equals("oss") && endpoint.matches() ? endpoint.group(1) : authority;
  }

  /** A first part is never a partition: something must be divided into it. */
  private static String path(String written, String root) {
    List<String> kept = new ArrayList<>();
    for (String part : written.split("/")) {
      if (!kept.isEmpty() && PARTITION.matcher(part).matches()) {
        break;
      }
      if (!part.isEmpty() && !part.equals(".")) {
        kept.add(part);
      }
    }
    return root + String.join("/", kept);
  }
}
