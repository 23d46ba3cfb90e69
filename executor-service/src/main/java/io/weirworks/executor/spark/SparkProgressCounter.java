package io.weirworks.executor.spark;

import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositoryListener;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferListener;

/** Counts what the resolver's threads tell. */
final class SparkProgressCounter {
  private final SparkProgress progress;
  private int jarsTotal;
  private int jarsDone;
  private long bytes;

  SparkProgressCounter(SparkProgress progress) {
    this.progress = progress;
  }

  synchronized void begin(int jars) {
    jarsTotal = jars;
    progress.update(jarsDone, jarsTotal, bytes);
  }

  TransferListener transfers() {
    return new AbstractTransferListener() {
      @Override
      public void transferProgressed(TransferEvent event) {
        add(event.getDataLength());
      }
    };
  }

  RepositoryListener artifacts() {
    return new AbstractRepositoryListener() {
      @Override
      public void artifactResolved(RepositoryEvent event) {
        if (event.getArtifact().getExtension().equals("jar") && event.getFile() != null) {
          jarDone();
        }
      }
    };
  }

  private synchronized void add(int length) {
    bytes += length;
    progress.update(jarsDone, jarsTotal, bytes);
  }

  private synchronized void jarDone() {
    jarsDone++;
    progress.update(jarsDone, jarsTotal, bytes);
  }
}
