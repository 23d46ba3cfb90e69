package io.weirworks.messaging.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.testing.Infra;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class TopicCreationTest {

  private static final MessagingConfiguration CONFIGURATION =
      new MessagingConfiguration("slot-0", 12, (short) 1, true, Duration.ZERO, false, false);

  @Test
  void topicThatTheBrokerHasNotHeardOfYetIsAskedForAgain() throws Exception {
    // given
    String topic = Infra.freshName("late");
    AtomicInteger asked = new AtomicInteger();
    try (Admin broker =
        Admin.create(Map.of("bootstrap.servers", Infra.shared().broker().bootstrapServers()))) {
      broker.createTopics(List.of(new NewTopic(topic, 5, (short) 1))).all().get();

      // when
      int partitions =
          new TopicCreation(unaware(broker, topic, asked), CONFIGURATION).partitions(topic);

      // then
      assertThat(partitions).isEqualTo(5);
      assertThat(asked).hasValueGreaterThan(2);
    }
  }

  /** A broker that twice does not know the topic when it is asked for it. */
  private static Admin unaware(Admin broker, String topic, AtomicInteger asked) {
    return (Admin)
        Proxy.newProxyInstance(
            TopicCreationTest.class.getClassLoader(),
            new Class<?>[] {Admin.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("describeTopics") && asked.incrementAndGet() <= 2) {
                return new Unknown(topic);
              }
              try {
                return method.invoke(broker, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static final class Unknown extends DescribeTopicsResult {

    Unknown(String topic) {
      super(null, Map.of(topic, failed()));
    }

    private static <T> KafkaFutureImpl<T> failed() {
      KafkaFutureImpl<T> answer = new KafkaFutureImpl<>();
      answer.completeExceptionally(new UnknownTopicOrPartitionException());
      return answer;
    }
  }
}
