/**
 * scheduler-service: when it runs (DESIGN 5). Its beans live in its own context only, since four
 * services may share one class path.
 */
@Configuration
@Requires(property = "weirworks.service", value = "scheduler")
@NullMarked
package io.weirworks.scheduler;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
