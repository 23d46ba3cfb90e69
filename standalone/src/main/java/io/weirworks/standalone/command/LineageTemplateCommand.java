package io.weirworks.standalone.command;

import io.weirworks.contract.lineage.SetClassificationRule;
import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.asking.Asking;
import io.weirworks.standalone.asking.ReplyText;
import io.weirworks.standalone.profile.RuleTemplate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows and sets the rules of the built-in template. */
@Command(
    name = "template",
    description = {
      "List the classification rules that come with Weirworks; --install sets them, in place of"
          + " those of the same names. Ends with 1 when one is rejected.",
      "Example: lineage template --install"
    })
final class LineageTemplateCommand implements Callable<Integer> {

  private static final String FORM = "%-22s  %-14s  %-9s  %5s  %s";

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Option(names = "--install", description = "Set them.")
  private boolean install;

  @Option(
      names = "--timeout",
      paramLabel = "D",
      description = "How long to wait for each reply; default: ${DEFAULT-VALUE}.")
  private String timeout = "60s";

  LineageTemplateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    List<SetClassificationRule> rules = RuleTemplate.rules();
    return install ? installed(rules) : listed(rules);
  }

  private int listed(List<SetClassificationRule> rules) {
    surroundings.print(FORM.formatted("NAME", "TYPE", "CATEGORY", "LEVEL", "CONDITIONS"));
    rules.forEach(
        rule ->
            surroundings.print(
                FORM.formatted(
                    rule.getName(),
                    rule.getSensitiveType(),
                    rule.getCategory(),
                    rule.getLevel(),
                    RuleTemplate.conditions(rule))));
    return 0;
  }

  private int installed(List<SetClassificationRule> rules) {
    int rejected = 0;
    try (Asking asking =
        Asking.of(platform.bootstrapServers(), Service.LINEAGE, OffsetDuration.parse(timeout))) {
      for (SetClassificationRule rule : rules) {
        Reply reply = asking.ask(rule, Optional.empty());
        surroundings.print("%-22s  %s".formatted(rule.getName(), ReplyText.line(reply)));
        rejected += reply instanceof Reply.Accepted ? 0 : 1;
      }
    }
    return rejected == 0 ? 0 : 1;
  }
}
