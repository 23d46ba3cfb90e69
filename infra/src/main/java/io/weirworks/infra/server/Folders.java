package io.weirworks.infra.server;

import io.weirworks.infra.InfraException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders as a whole. */
public final class Folders {

  private Folders() {}

  /** Makes a folder and those above it where they are not there. */
  public static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot make the folder " + folder, e);
    }
  }

  /** Removes a folder with all that is in it; nothing to do where there is none. */
  public static void delete(Path folder) {
    deleteAllBut(folder, null);
  }

  /**
   * Removes all that is in a folder but one file, and the folder itself where that file is not in
   * it.
   */
  public static void deleteAllBut(Path folder, @Nullable Path kept) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (!file.equals(kept)) {
                Files.delete(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure)
                throws IOException {
              if (failure != null) {
                throw failure;
              }
              if (kept == null || !kept.startsWith(emptied)) {
                Files.delete(emptied);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot remove the folder " + folder, e);
    }
  }
}
