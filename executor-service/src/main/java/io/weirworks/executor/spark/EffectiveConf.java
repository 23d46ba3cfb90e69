package io.weirworks.executor.spark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The Spark configuration of a run with, per key, where its value came from (DESIGN 6). */
public record EffectiveConf(SortedMap<String, Setting> settings) {
  private static final String LISTENERS = "spark.extraListeners";

  /** A value and the name of the layer that set it. */
  public record Setting(String value, String source) {}

  /** Some keys set together. */
  public record Layer(String source, Map<String, String> values) {}

  /**
   * Merges per key, not per map; a later layer wins (dataworks-semantics 10: the rest of the loser
   * survives). Listeners add up instead.
   *
   * @param layers from weakest to strongest
   */
  public static EffectiveConf of(List<Layer> layers) {
    var settings = new TreeMap<String, Setting>();
    for (var layer : layers) {
      layer
          .values()
          .forEach(
              (key, value) ->
                  settings.merge(
                      key,
                      new Setting(value, layer.source()),
                      (weaker, stronger) -> merge(key, weaker, stronger)));
    }
    return new EffectiveConf(settings);
  }

  private static Setting merge(String key, Setting weaker, Setting stronger) {
    return key.equals(LISTENERS)
        ? new Setting(
            weaker.value() + "," + stronger.value(), weaker.source() + "," + stronger.source())
        : stronger;
  }

  /** The value of a key, or another where nobody set it. */
  public String get(String key, String otherwise) {
    var setting = settings.get(key);
    return setting == null ? otherwise : setting.value();
  }
}
