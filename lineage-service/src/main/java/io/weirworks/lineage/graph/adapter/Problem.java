package io.weirworks.lineage.graph.adapter;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Why a read has no answer.
 *
 * @param code InvalidParameter or NotFound
 * @param message what is wrong and what would be right
 * @param field the parameter that is to blame
 * @param value what it was
 */
@Serdeable
public record Problem(String code, String message, String field, String value) {}
