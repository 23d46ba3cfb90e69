package io.weirworks.executor.spark;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.graph.visitor.FilteringDependencyVisitor;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;

/**
 * Spark from the Maven registry, resolved once into a directory of ours (engines.md 1.1). The
 * user's Maven settings, mirrors and local repository apply. Whole or not at all: it is built
 * beside its place and renamed into it, so that a killed or a parallel resolution is harmless.
 */
public final class SparkInstallation {
  private static final List<String> MODULES = List.of("spark-sql", "spark-hive");

  /** Only for streaming state and the UI's store; a fifth of all bytes. */
  private static final List<Exclusion> EXCLUSIONS =
      List.of(new Exclusion("org.rocksdb", "rocksdbjni", "*", "*"));

  private final String version;
  private final String scalaVersion;

  /**
   * @param version of Spark, e.g. {@code 4.2.0}
   * @param scalaVersion e.g. {@code 2.13}
   */
  public SparkInstallation(String version, String scalaVersion) {
    this.version = version;
    this.scalaVersion = scalaVersion;
  }

  /**
   * Returns the Spark of {@code directory/spark-<version>}, resolving it first where it is not
   * there.
   *
   * @param progress told on the calling thread and on threads of the resolver
   * @throws IOException that says what could not be had and what to do about it
   */
  public SparkHome resolveInto(Path directory, SparkProgress progress) throws IOException {
    var home = directory.toAbsolutePath().resolve("spark-" + version);
    if (!Files.isDirectory(home)) {
      Files.createDirectories(home.getParent());
      var unfinished = Files.createTempDirectory(home.getParent(), home.getFileName() + ".");
      try {
        var jars = Files.createDirectory(unfinished.resolve("jars"));
        for (var file : resolve(progress)) {
          place(file, jars.resolve(file.getFileName()));
        }
        publish(unfinished, home);
      } finally {
        delete(unfinished);
      }
    }
    return SparkHome.of(home);
  }

  private List<Path> resolve(SparkProgress progress) throws IOException {
    var counter = new SparkProgressCounter(progress);
    var overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            .transferListener(counter.transfers())
            .repositoryListener(counter.artifacts())
            .build();
    try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides)) {
      var requests = requests(context);
      counter.begin(requests.size());
      return context
          .repositorySystem()
          .resolveArtifacts(context.repositorySystemSession(), requests)
          .stream()
          .map(result -> result.getArtifact().getFile().toPath())
          .toList();
    } catch (RepositoryException e) {
      throw new IOException(
          ("Spark %s could not be resolved from the Maven repositories of your settings (%s);"
                  + " check the network and ~/.m2/settings.xml, or name an existing SPARK_HOME")
              .formatted(version, e.getMessage()),
          e);
    }
  }

  private List<ArtifactRequest> requests(Context context) throws DependencyCollectionException {
    var collect = new CollectRequest();
    for (var module : MODULES) {
      var artifact =
          new DefaultArtifact("org.apache.spark", module + "_" + scalaVersion, "jar", version);
      collect.addDependency(new Dependency(artifact, JavaScopes.RUNTIME, false, EXCLUSIONS));
    }
    collect.setRepositories(context.remoteRepositories());
    var root =
        context
            .repositorySystem()
            .collectDependencies(context.repositorySystemSession(), collect)
            .getRoot();
    var nodes = new PreorderNodeListGenerator();
    root.accept(
        new FilteringDependencyVisitor(
            nodes, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME)));
    return nodes.getDependencies(true).stream()
        .map(
            dependency ->
                new ArtifactRequest(dependency.getArtifact(), context.remoteRepositories(), null))
        .toList();
  }

  /**
   * A link costs nothing and stays when the local repository is emptied; across disks it is a copy.
   */
  static void place(Path source, Path target) throws IOException {
    try {
      Files.createLink(target, source);
    } catch (FileSystemException | UnsupportedOperationException _) {
      Files.copy(source, target);
    }
  }

  private static void publish(Path unfinished, Path home) throws IOException {
    try {
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) { // else another process was faster, with the same content
        throw e;
      }
    }
  }

  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
