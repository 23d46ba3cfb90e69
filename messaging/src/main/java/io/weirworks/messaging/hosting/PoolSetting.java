package io.weirworks.messaging.hosting;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.weirworks.messaging.storage.DatabaseSessions;
import jakarta.inject.Singleton;

/**
 * Gives the pools of a hosted service the sessions that messaging needs, whatever its file says.
 */
@Singleton
final class PoolSetting implements BeanCreatedEventListener<DatasourceConfiguration> {

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    return DatabaseSessions.configure(event.getBean());
  }
}
