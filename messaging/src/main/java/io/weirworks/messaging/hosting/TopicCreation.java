package io.weirworks.messaging.hosting;

import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics that a service writes and reads where they are missing, as the contract has
 * them.
 */
final class TopicCreation {

  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Admin admin;
  private final MessagingConfiguration configuration;

  TopicCreation(Admin admin, MessagingConfiguration configuration) {
    this.admin = admin;
    this.configuration = configuration;
  }

  void createMissing(ServiceDefinition definition) {
    try {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>();
      for (Topic topic : wanted(definition)) {
        if (!there.contains(topic.name())) {
          missing.add(
              new NewTopic(
                      topic.name(), configuration.partitions(), configuration.replicationFactor())
                  .configs(topic.config()));
        }
      }
      for (NewTopic topic : missing) {
        create(topic);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("topics cannot be made: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static List<Topic> wanted(ServiceDefinition definition) {
    List<Topic> wanted = new ArrayList<>(Topics.of(definition.service()));
    definition.listensTo().forEach(name -> Topics.byName(name).ifPresent(wanted::add));
    return wanted;
  }

  /** Another service may make the same topic at the same moment. */
  private void create(NewTopic topic) throws ExecutionException, InterruptedException {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /**
   * Partition count of a topic as it is. A broker may hear of a topic only some time after the
   * controller has made it, so that one that is not known is asked for again for a while.
   */
  int partitions(String topic) {
    long start = System.nanoTime();
    while (true) {
      try {
        return described(topic).partitions().size();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() - start > KNOWN_WITHIN.toNanos()) {
          throw new IllegalStateException("topic " + topic + " cannot be read: " + e.getCause(), e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private TopicDescription described(String topic) throws ExecutionException, InterruptedException {
    return admin.describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next();
  }
}
