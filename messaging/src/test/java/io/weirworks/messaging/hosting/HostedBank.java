package io.weirworks.messaging.hosting;

import io.micronaut.context.annotation.Factory;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.bank.Bank;
import jakarta.inject.Singleton;

/** Makes the bank a service that can be hosted. */
@Factory
final class HostedBank {

  @Singleton
  ServiceDefinition definition() {
    return Bank.definition();
  }
}
