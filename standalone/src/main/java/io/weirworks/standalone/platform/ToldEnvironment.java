package io.weirworks.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.infra.server.ServerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process was told when it was started, kept as a digest beside its pid file: who runs on
 * with what is not so any more, such as the port of another part, must be started again.
 */
final class ToldEnvironment {

  private final ServerFolder folder;
  private final Path file;

  ToldEnvironment(DataFolder data, String process) {
    this.folder = new ServerFolder(data.run());
    this.file = folder.file(process + ".environment");
  }

  boolean is(Map<String, String> variables) {
    return Files.exists(file) && folder.read(file).equals(digest(variables));
  }

  void keep(Map<String, String> variables) {
    folder.write(file, digest(variables));
  }

  private static String digest(Map<String, String> variables) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(new TreeMap<>(variables).toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each JDK has SHA-256", e);
    }
  }
}
