package io.weirworks.scheduler.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.generation.DayPlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of the proximity rule, over timetables of any hours. */
class SameCycleProperties {

  private static Days hours(Set<Integer> hours, int minute, boolean self) {
    String list = hours.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    return Days.of("00 %d %s * * ?%s".formatted(minute, list, self ? " self" : ""));
  }

  private static List<Range> ranges(Days down, Days up) {
    Side side = down.on(Days.D);
    return IntStream.range(0, side.plan().size())
        .mapToObj(i -> SameCycle.match(side, i, up.on(Days.D)))
        .toList();
  }

  /** The general rule by a scan: the last at or before, else the first of the day. */
  private static int nearest(DayPlan down, int index, DayPlan up) {
    int nearest = 0;
    for (int i = 0; i < up.size(); i++) {
      if (!up.time(i).isAfter(down.time(index))) {
        nearest = i;
      }
    }
    return nearest;
  }

  @Property(seed = "20261120", tries = 1000)
  void fewerAncestorsEachTakesTheNearest(
      @ForAll @Size(min = 3, max = 24) Set<@IntRange(max = 23) Integer> downHours,
      @ForAll @Size(min = 2, max = 24) Set<@IntRange(max = 23) Integer> upHours,
      @ForAll @IntRange(max = 59) int minute) {
    // given
    Set<Integer> fewer =
        upHours.stream()
            .limit(downHours.size() - 1L)
            .collect(Collectors.toCollection(TreeSet::new));
    Days down = hours(downHours, minute, false);
    Days up = hours(fewer, 30, false);
    // when
    List<Range> ranges = ranges(down, up);
    // then
    for (int i = 0; i < ranges.size(); i++) {
      int expected = nearest(down.on(Days.D).plan(), i, up.on(Days.D).plan());
      assertThat(ranges.get(i)).isEqualTo(Range.one(expected));
    }
  }

  @Property(seed = "20261120", tries = 1000)
  void moreAncestorsNoneThatIsDueBeforeTheLastDescendantIsLeftOut(
      @ForAll @Size(min = 2, max = 23) Set<@IntRange(max = 23) Integer> downHours,
      @ForAll @IntRange(max = 59) int minute) {
    // given
    Days down = hours(downHours, minute, false);
    Days up = Days.of("00 30 * * * ?");
    DayPlan plan = up.on(Days.D).plan();
    int due = plan.countUntil(down.on(Days.D).plan().time(downHours.size() - 1));
    // when
    List<Range> ranges = ranges(down, up);
    // then
    assertThat(ranges).noneMatch(Range::isEmpty);
    for (int ancestor = 0; ancestor < due; ancestor++) {
      int index = ancestor;
      assertThat(ranges).anyMatch(range -> range.from() <= index && index < range.to());
    }
  }

  @Property(seed = "20261120", tries = 1000)
  void asManyADayTheNthTakesTheNth(
      @ForAll @Size(value = 5) Set<@IntRange(max = 23) Integer> downHours,
      @ForAll @Size(value = 5) Set<@IntRange(max = 23) Integer> upHours,
      @ForAll boolean downSelf,
      @ForAll boolean upSelf) {
    // when
    List<Range> ranges = ranges(hours(downHours, 0, downSelf), hours(upHours, 0, upSelf));
    // then
    for (int i = 0; i < ranges.size(); i++) {
      assertThat(ranges.get(i)).isEqualTo(Range.one(i));
    }
  }

  @Property(seed = "20261120", tries = 500)
  void selfDependentHourTaskOnADayTaskHasExactlyOneEdgeADay(
      @ForAll @Size(min = 2, max = 24) Set<@IntRange(max = 23) Integer> hours,
      @ForAll @IntRange(max = 23) int hour) {
    // given
    Days up = Days.of("00 15 " + hour + " * * ?");
    // then
    assertThat(ranges(hours(hours, 0, true), up).stream().filter(range -> !range.isEmpty()))
        .hasSize(1);
    assertThat(ranges(hours(hours, 0, false), up)).noneMatch(Range::isEmpty);
  }
}
