/**
 * executor-service: how it runs (DESIGN 6). Its beans live in its own context only, since four
 * services may share one class path.
 */
@Configuration
@Requires(property = "weirworks.service", value = "executor")
@NullMarked
package io.weirworks.executor;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
