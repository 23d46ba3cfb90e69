/** The registry service: what exists. Its beans live only in the context of this service. */
@Configuration
@Requires(property = "weirworks.service", value = "registry")
@NullMarked
package io.weirworks.registry;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
