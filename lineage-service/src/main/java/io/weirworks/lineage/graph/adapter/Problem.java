package io.weirworks.lineage.graph.adapter;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Why a read has no answer.
 *
 * @param code InvalidParameter, NotFound, GraphNotLoaded or Busy
 * @param message what is wrong and what would be right
 * @param field the parameter that is to blame; empty where none is
 * @param value what it was
 */
@Serdeable
public record Problem(String code, String message, String field, String value) {}
