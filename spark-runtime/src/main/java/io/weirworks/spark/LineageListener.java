package io.weirworks.spark;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerApplicationStart;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Has openlineage-spark listen to an application without letting it cost the application more than
 * a few seconds, whatever it does: {@code spark.extraListeners} (field-failures R54). Its listener
 * lives on a thread of its own ({@link EventRelay}); where its jar is missing, breaks or hangs, the
 * job goes on and the account says so.
 */
public final class LineageListener extends SparkListener {
  /** The Spark setting that names the file of the {@link LineageAccount}. */
  public static final String ACCOUNT = "spark.weirworks.lineageAccount";

  private static final String EVENTS = "spark.openlineage.transport.location";
  private static final String HOOK = "io.openlineage.spark.agent.OpenLineageSparkListener";

  private final EventRelay relay;

  public LineageListener(SparkConf conf) {
    this(
        new EventRelay(
            () -> hook(conf),
            new LineageAccount(
                Path.of(conf.get(ACCOUNT)).toAbsolutePath(), Path.of(conf.get(EVENTS))),
            EventRelay.Limits.DEFAULT));
  }

  LineageListener(EventRelay relay) {
    this.relay = relay;
    relay.start();
  }

  /** By name: this class must load where the jar is not. */
  private static SparkListenerInterface hook(SparkConf conf) throws ReflectiveOperationException {
    var loader = Thread.currentThread().getContextClassLoader();
    return Class.forName(HOOK, true, loader)
        .asSubclass(SparkListenerInterface.class)
        .getConstructor(SparkConf.class)
        .newInstance(conf);
  }

  @Override
  public void onApplicationStart(SparkListenerApplicationStart event) {
    relay.offer(hook -> hook.onApplicationStart(event));
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    relay.offer(hook -> hook.onJobStart(event));
  }

  @Override
  public void onJobEnd(SparkListenerJobEnd event) {
    relay.offer(hook -> hook.onJobEnd(event));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    relay.offer(hook -> hook.onTaskEnd(event));
  }

  /** SQL executions begin and end here. */
  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    relay.offer(hook -> hook.onOtherEvent(event));
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd event) {
    relay.offer(hook -> hook.onApplicationEnd(event));
    relay.end();
  }
}
