/** The lineage service: what runs touched. Its beans live only in the context of this service. */
@Configuration
@Requires(property = "weirworks.service", value = "lineage")
@NullMarked
package io.weirworks.lineage;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
