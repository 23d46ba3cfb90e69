package io.weirworks.schemas.evolution;

import java.nio.file.Path;

/**
 * Where the contract lies in the source tree.
 *
 * @param module the module's folder
 */
record SourceTree(Path module) {

  /** The tree that a test runs in: tests start in the module's folder. */
  static SourceTree ofTest() {
    return new SourceTree(Path.of(""));
  }

  Path idl() {
    return module.resolve("src/main/avro");
  }

  Path contract() {
    return module.resolve("src/main/resources/io/weirworks/contract");
  }

  Path golden() {
    return module.resolve("src/test/resources/io/weirworks/contract/golden");
  }

  Path page() {
    return module.resolve("../docs/contract.md");
  }
}
