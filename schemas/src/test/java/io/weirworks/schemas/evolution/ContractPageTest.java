package io.weirworks.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContractPageTest {

  private static final SourceTree TREE = SourceTree.ofTest();
  private static final String PAGE = ContractPage.of(IdlFiles.read(TREE.idl()));

  @Test
  void pageInTheSourceTreeSaysWhatTheIdlSays() throws IOException {
    assertThat(TREE.page()).as("make it with: %s", ContractPage.COMMAND).exists();
    assertThat(Files.readString(TREE.page()))
        .as("docs/contract.md is out of date; make it anew with: %s", ContractPage.COMMAND)
        .isEqualTo(PAGE);
  }

  @Test
  void everyLinkLeadsToExactlyOneHeading() {
    List<String> headings =
        Pattern.compile("(?m)^### (\\w+)$")
            .matcher(PAGE)
            .results()
            .map(found -> found.group(1).toLowerCase(Locale.ROOT))
            .toList();
    assertThat(headings).doesNotHaveDuplicates();
    assertThat(Pattern.compile("\\]\\(#(\\w+)\\)").matcher(PAGE).results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(headings).contains(link.substring(3, link.length() - 1)));
  }
}
