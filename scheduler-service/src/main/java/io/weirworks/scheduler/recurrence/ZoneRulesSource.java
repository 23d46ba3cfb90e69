package io.weirworks.scheduler.recurrence;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;

/** Who knows the rules of time zones, in which version. */
@FunctionalInterface
public interface ZoneRulesSource {

  /** What is known of a zone. */
  KnownRules of(ZoneId zone);

  /** What this process knows: the tzdata of its JDK, which another start may find updated. */
  static KnownRules ofThisProcess(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    return rules.isFixedOffset()
        ? new KnownRules(KnownRules.FIXED, rules)
        : new KnownRules(ZoneRulesProvider.getVersions(zone.getId()).lastKey(), rules);
  }
}
