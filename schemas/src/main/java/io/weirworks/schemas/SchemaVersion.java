package io.weirworks.schemas;

import org.apache.avro.Schema;

/**
 * One released schema.
 *
 * @param id its id on the wire, the same for ever
 * @param subject the record's full name
 * @param version 1, 2, 3 … within the subject, in the order of release
 * @param schema the schema as released, with its documentation
 */
public record SchemaVersion(int id, String subject, int version, Schema schema) {}
