package io.weirworks.schemas.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command that writes the contract page: {@value ContractPage#COMMAND}. */
public final class WriteContractPage {

  private WriteContractPage() {}

  /**
   * Writes the page in the source tree.
   *
   * @param args the module's folder
   */
  public static void main(String[] args) throws IOException {
    SourceTree tree = new SourceTree(Path.of(args[0]));
    Path page = tree.page().toAbsolutePath().normalize();
    Files.createDirectories(page.getParent());
    Files.writeString(page, ContractPage.of(IdlFiles.read(tree.idl())));
  }
}
