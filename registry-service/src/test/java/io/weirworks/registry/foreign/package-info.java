/**
 * A stranger's consumer: Confluent's own Python client, for every module that shows topics to it.
 */
@NullMarked
package io.weirworks.registry.foreign;

import org.jspecify.annotations.NullMarked;
