package io.weirworks.registry.schema.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/**
 * An error in Confluent's form.
 *
 * @param errorCode HTTP status and two digits
 */
@Serdeable
record SchemaRegistryError(@JsonProperty("error_code") int errorCode, String message) {}
