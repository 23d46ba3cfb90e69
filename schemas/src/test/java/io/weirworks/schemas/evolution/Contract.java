package io.weirworks.schemas.evolution;

import java.util.List;
import java.util.SortedMap;
import org.apache.avro.Schema;

/**
 * What a contract promises.
 *
 * @param schemas all schemas of each record by its full name, oldest first
 * @param idRows the rows of {@code ids.csv} by id
 */
record Contract(SortedMap<String, List<Schema>> schemas, SortedMap<Integer, String> idRows) {}
