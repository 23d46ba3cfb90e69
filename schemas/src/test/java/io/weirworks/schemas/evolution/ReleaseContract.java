package io.weirworks.schemas.evolution;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The command that releases a version of the contract: {@code ./mvnw -pl schemas -Prelease-contract
 * -Dcontract.version=2 process-test-classes}.
 */
public final class ReleaseContract {

  private ReleaseContract() {}

  /**
   * Releases the version in the source tree.
   *
   * @param args the module's folder, the version
   */
  public static void main(String[] args) throws IOException {
    SourceTree tree = new SourceTree(Path.of(args[0]));
    new Release(tree.contract(), tree.golden(), IdlFiles.read(tree.idl()))
        .write(Integer.parseInt(args[1]));
  }
}
