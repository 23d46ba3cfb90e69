package io.weirworks.messaging.hosting;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A service's schema grows in two series, messaging's (versions below 1000) and its own (above): a
 * newer version of the first comes after older ones of the second.
 */
@Singleton
@Named("default")
final class MigrationSetting implements FlywayConfigurationCustomizer {

  @Override
  public void customizeFluentConfiguration(FluentConfiguration configuration) {
    configuration.outOfOrder(true);
  }

  @Override
  public String getName() {
    return "default";
  }
}
