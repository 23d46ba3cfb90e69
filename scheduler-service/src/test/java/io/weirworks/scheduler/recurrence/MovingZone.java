package io.weirworks.scheduler.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A time zone whose rules change while tests run, as those of a real one do between two starts. */
public final class MovingZone extends ZoneRulesProvider {
  private static final Set<String> IDS = Set.of("Test/Moving");
  private static volatile String version = "t0";
  private static volatile ZoneRules rules = rules(ZoneOffset.UTC);

  static {
    ZoneRulesProvider.registerProvider(new MovingZone());
  }

  private MovingZone() {}

  /** The zone with other rules from now on. */
  public static ZoneId with(String newVersion, ZoneOffset offset) {
    version = newVersion;
    rules = rules(offset);
    return ZoneId.of(IDS.iterator().next());
  }

  /** It had another offset long ago: one that never changes has no versions. */
  private static ZoneRules rules(ZoneOffset offset) {
    ZoneOffset before = ZoneOffset.ofTotalSeconds(offset.getTotalSeconds() == 0 ? 3600 : 0);
    LocalDateTime longAgo = LocalDateTime.of(1990, 1, 1, 0, 0);
    return ZoneRules.of(
        before,
        before,
        List.of(),
        List.of(ZoneOffsetTransition.of(longAgo, before, offset)),
        List.of());
  }

  @Override
  protected Set<String> provideZoneIds() {
    return IDS;
  }

  /** Not to be kept: it changes. */
  @Override
  @SuppressWarnings("NullAway") // the provider's contract: null where rules may change
  protected ZoneRules provideRules(String zoneId, boolean forCaching) {
    return forCaching ? null : rules;
  }

  @Override
  protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
    return new TreeMap<>(Map.of(version, rules));
  }
}
