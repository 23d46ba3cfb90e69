package io.weirworks.messaging.shard;

import io.weirworks.messaging.storage.CommandMemoryTable;
import io.weirworks.messaging.storage.CommandMemoryTable.Remembered;
import io.weirworks.messaging.storage.ParkedTable;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.ParkedTable.Waiting;
import io.weirworks.messaging.storage.ShardTable.Locked;
import io.weirworks.messaging.storage.ShardTable.ShardRow;
import io.weirworks.messaging.storage.SideTable;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.TimerTable.Timer;
import io.weirworks.messaging.storage.ViewRowTable.ViewRow;
import io.weirworks.messaging.wire.OutgoingRecord;
import io.weirworks.schemas.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one transaction is going to write and send, collected in memory until all inputs are
 * decided.
 */
final class Ledger {

  record TopicOfShard(int shard, String topic) {}

  final Instant now;
  final Map<Integer, List<OutgoingRecord>> outgoing = new TreeMap<>();
  final Map<TimerTable.Key, Optional<Timer>> timers = new LinkedHashMap<>();
  final Map<String, List<Object[]>> writes = new LinkedHashMap<>();
  final Map<SideTable.Column, List<String>> removals = new LinkedHashMap<>();

  /** Who is told after the commit, each once. */
  final Set<Runnable> hints = new LinkedHashSet<>();

  final List<Parked> parked = new ArrayList<>();
  final Map<ParkedTable.Key, Waiting> unparked = new LinkedHashMap<>();

  /** Commands first decided here, and parked ones decided now. */
  final Map<CommandMemoryTable.Key, Remembered> remembered = new LinkedHashMap<>();

  final Map<CommandMemoryTable.Key, Remembered> settled = new LinkedHashMap<>();
  final Map<String, ViewRow> views = new LinkedHashMap<>();
  final Map<TopicOfShard, Long> positions = new HashMap<>();

  /** How many records go to the dead letters. */
  int buried;

  /** Types of events that this version does not know. */
  final List<String> skippedEvents = new ArrayList<>();

  private final Service service;
  private final Bounds bounds;
  private final Map<Integer, ShardRow> shards = new TreeMap<>();
  private final Map<Integer, Integer> ids = new HashMap<>();
  private int outgoingCount;
  private int outgoingBytes;

  Ledger(Service service, Bounds bounds, Locked locked) {
    this.service = service;
    this.bounds = bounds;
    this.now = locked.now();
    locked.rows().forEach(row -> shards.put(row.shard(), row));
  }

  /** Number of this transaction in the shard. */
  long number(int shard) {
    ShardRow row = shards.get(shard);
    if (row == null) {
      throw new IllegalStateException("shard " + shard + " is not locked by this transaction");
    }
    return row.number() + 1;
  }

  Map<Integer, ShardRow> shards() {
    return shards;
  }

  /** An id that repeats only where the same transaction is published again. */
  String nextId(int shard) {
    int place = ids.merge(shard, 1, Integer::sum);
    return service.id() + "-" + shard + "-" + number(shard) + "-" + place;
  }

  /** Arrival order of parked rows within this transaction. */
  ParkedTable.Key nextPlace(int shard) {
    return new ParkedTable.Key(shard, number(shard), parked.size());
  }

  void send(int shard, OutgoingRecord record) {
    outgoing.computeIfAbsent(shard, s -> new ArrayList<>()).add(record);
    outgoingCount++;
    outgoingBytes += record.size();
  }

  /** Sends it unless it would be more than a transaction takes. */
  boolean sendFitting(int shard, OutgoingRecord record) {
    boolean fits = fits(1, record.size());
    if (fits) {
      send(shard, record);
    }
    return fits;
  }

  /**
   * Whether this much more stays within the bounds; the first input of a transaction always fits.
   */
  boolean fits(int moreRecords, int moreBytes) {
    return outgoingCount == 0
        || (outgoingCount + moreRecords <= bounds.outgoing()
            && outgoingBytes + moreBytes <= bounds.bytes());
  }
}
