package io.weirworks.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * What a member of a service stands on.
 *
 * @param database pool of the service's schema, as {@code DatabaseSessions} configures it
 * @param clock this machine's; what rules read is the database's
 * @param meters where it shows what it does
 */
public record Platform(
    KafkaClients kafka, DataSource database, InstantSource clock, MeterRegistry meters) {}
