package io.weirworks.lineage.marquez;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.TableEdge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A job by what it says now.
 *
 * @param inputs datasets that its edges come from, in the order of their ids
 * @param outputs datasets that they lead to
 * @param first its first word of what is current
 * @param last its latest
 */
public record KnownJob(
    Job job,
    List<DatasetRef> inputs,
    List<DatasetRef> outputs,
    Confirmation first,
    Confirmation last) {

  private record Said(TableEdge edge, Provenance by) {}

  /** All who say these edges. */
  public static Map<Job, KnownJob> of(Collection<Known<TableEdge>> edges) {
    Map<Job, List<Said>> byJob = new HashMap<>();
    for (Known<TableEdge> known : edges) {
      for (Provenance by : known.saidBy()) {
        byJob
            .computeIfAbsent(by.writer().job(), job -> new ArrayList<>())
            .add(new Said(known.edge(), by));
      }
    }
    Map<Job, KnownJob> jobs = new HashMap<>();
    byJob.forEach((job, said) -> jobs.put(job, of(job, said)));
    return jobs;
  }

  private static KnownJob of(Job job, List<Said> said) {
    Provenance by = said.getFirst().by;
    return new KnownJob(
        job,
        datasets(said, TableEdge::source),
        datasets(said, TableEdge::target),
        said.stream().map(one -> one.by.first()).reduce(by.first(), Confirmation::earlier),
        said.stream().map(one -> one.by.last()).reduce(by.last(), Confirmation::later));
  }

  private static List<DatasetRef> datasets(List<Said> said, Function<TableEdge, DatasetRef> end) {
    return said.stream()
        .map(one -> end.apply(one.edge))
        .distinct()
        .sorted(Comparator.comparing(DatasetRef::id))
        .toList();
  }
}
