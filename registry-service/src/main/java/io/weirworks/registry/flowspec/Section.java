package io.weirworks.registry.flowspec;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The sections of a document whose objects can be referred to (dataworks-semantics 1.2). References
 * name them by their key, in the plural or singular; artifacts also by their kind.
 */
enum Section {
  VARIABLES("a variable", "variables"),
  TRIGGERS("a trigger", "triggers"),
  SCRIPTS("a script", "scripts"),
  FILES("a file", "files"),
  ARTIFACTS("an artifact", "artifacts"),
  DATASOURCES("a data source", "datasources"),
  RUNTIME_RESOURCES("a runtime resource", "runtimeResources"),
  FILE_RESOURCES("a file resource", "fileResources"),
  FUNCTIONS("a function", "functions"),
  NODES("a node", "nodes"),
  WORKFLOWS("a workflow", "workflows");

  private static final Set<String> ARTIFACT_KINDS =
      Set.of("tables", "table", "nodeOutputs", "outputs", "output");

  private final String noun;
  private final String key;

  Section(String noun, String key) {
    this.noun = noun;
    this.key = key;
  }

  /** What an object of this section is, with its article. */
  String noun() {
    return noun;
  }

  /** The key of the section in the document's body. */
  String key() {
    return key;
  }

  static Optional<Section> named(String name) {
    if (ARTIFACT_KINDS.contains(name)) {
      return Optional.of(ARTIFACTS);
    }
    return Arrays.stream(values())
        .filter(section -> section.key.equals(name) || section.key.equals(name + "s"))
        .findFirst();
  }
}
