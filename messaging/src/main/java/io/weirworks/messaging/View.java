package io.weirworks.messaging;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A kind of state record of another service that this one keeps rows of.
 *
 * @param type the state record
 * @param name the natural name that {@link Work#viewedByName} finds it by
 */
public record View<R extends SpecificRecord>(Class<R> type, Function<R, String> name) {}
