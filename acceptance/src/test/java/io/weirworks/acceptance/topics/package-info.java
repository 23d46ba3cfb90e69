/** The platform's topics as any plain Kafka consumer sees them. */
@NullMarked
package io.weirworks.acceptance.topics;

import org.jspecify.annotations.NullMarked;
