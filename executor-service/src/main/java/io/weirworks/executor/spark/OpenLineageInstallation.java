package io.weirworks.executor.spark;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;

/**
 * openlineage-spark from the Maven registry, like {@link SparkInstallation}: one jar of 43 MB that
 * needs no other (lineage.md 5), resolved once and put in its place by rename.
 */
public final class OpenLineageInstallation {
  private final Artifact artifact;

  /**
   * @param version of OpenLineage, e.g. {@code 1.53.0}
   * @param scalaVersion e.g. {@code 2.13}
   */
  public OpenLineageInstallation(String version, String scalaVersion) {
    this.artifact =
        new DefaultArtifact("io.openlineage", "openlineage-spark_" + scalaVersion, "jar", version);
  }

  /** Where {@link #resolveInto} of this directory puts it. */
  public Path jar(Path directory) {
    return directory
        .toAbsolutePath()
        .resolve("%s-%s.jar".formatted(artifact.getArtifactId(), artifact.getVersion()));
  }

  /**
   * Returns the jar in this directory, resolving it first where it is not there.
   *
   * @throws IOException that says what could not be had and what to do about it
   */
  public Path resolveInto(Path directory) throws IOException {
    var jar = jar(directory);
    if (!Files.isRegularFile(jar)) {
      Files.createDirectories(jar.getParent());
      var unfinished = Files.createTempDirectory(jar.getParent(), jar.getFileName() + ".");
      try {
        var placed = unfinished.resolve(jar.getFileName());
        SparkInstallation.place(resolve(), placed);
        Files.move(placed, jar, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        SparkInstallation.delete(unfinished);
      }
    }
    return jar;
  }

  private Path resolve() throws IOException {
    var overrides = ContextOverrides.create().withUserSettings(true).build();
    try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides)) {
      var request = new ArtifactRequest(artifact, context.remoteRepositories(), null);
      return context
          .repositorySystem()
          .resolveArtifact(context.repositorySystemSession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (RepositoryException e) {
      throw new IOException(
          ("%s could not be resolved from the Maven repositories of your settings (%s); Spark runs"
                  + " without it, their lineage comes from the text of their SQL alone")
              .formatted(artifact, e.getMessage()),
          e);
    }
  }
}
