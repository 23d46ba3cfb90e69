package io.weirworks.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerApplicationStart;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an application has done so far into the file that {@link #FILE} names, whole by
 * rename and at most every 250 ms: {@code spark.extraListeners} (engines.md 1.7). It survives the
 * executor because it is a file.
 */
public final class ProgressListener extends SparkListener {
  /** The Spark setting that names the file. */
  public static final String FILE = "spark.weirworks.progressFile";

  private static final long INTERVAL_NANOS = 250_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The file's shape: counts since the application's start; bytes, rows and milliseconds are sums
   * over tasks.
   */
  static final class Figures {
    public @Nullable String applicationId;
    public long jobs;
    public long jobsDone;
    public long stages;
    public long stagesDone;
    public long tasks;
    public long tasksDone;
    public long tasksFailed;
    public long cpuMillis;
    public long gcMillis;
    public long rowsRead;
    public long bytesRead;
    public long rowsWritten;
    public long bytesWritten;
  }

  private final Path file;
  private final Figures figures = new Figures();
  private long cpuNanos;
  private long lastWrite = System.nanoTime() - INTERVAL_NANOS;
  private boolean broken;

  public ProgressListener(SparkConf conf) {
    file = Path.of(conf.get(FILE)).toAbsolutePath();
  }

  @Override
  public void onApplicationStart(SparkListenerApplicationStart event) {
    figures.applicationId = event.appId().getOrElse(() -> null);
    write();
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    figures.jobs++;
    writeNowAndThen();
  }

  @Override
  public void onJobEnd(SparkListenerJobEnd event) {
    figures.jobsDone++;
    writeNowAndThen();
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    figures.stages++;
    figures.tasks += event.stageInfo().numTasks();
    write(); // how much there is to do is what a watcher waits for
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted event) {
    figures.stagesDone++;
    writeNowAndThen();
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    if (event.taskInfo().successful()) {
      figures.tasksDone++;
    } else {
      figures.tasksFailed++;
    }
    var metrics = event.taskMetrics();
    if (metrics != null) { // a task that died with its executor has none
      cpuNanos += metrics.executorCpuTime();
      figures.cpuMillis = cpuNanos / 1_000_000;
      figures.gcMillis += metrics.jvmGCTime();
      figures.rowsRead += metrics.inputMetrics().recordsRead();
      figures.bytesRead += metrics.inputMetrics().bytesRead();
      figures.rowsWritten += metrics.outputMetrics().recordsWritten();
      figures.bytesWritten += metrics.outputMetrics().bytesWritten();
    }
    writeNowAndThen();
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd event) {
    write();
  }

  private void writeNowAndThen() {
    if (System.nanoTime() - lastWrite >= INTERVAL_NANOS) {
      write();
    }
  }

  private void write() {
    lastWrite = System.nanoTime();
    try {
      WholeFile.write(file, JSON.writeValueAsBytes(figures));
    } catch (IOException e) {
      if (!broken) { // progress is no reason to fail a job, nor to fill its log
        broken = true;
        System.err.println("progress cannot be written to " + file + ": " + e);
      }
    }
  }
}
