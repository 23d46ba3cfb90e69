/** The contract's schemas in the form of Confluent's schema registry, read-only. */
@NullMarked
package io.weirworks.registry.schema.adapter;

import org.jspecify.annotations.NullMarked;
