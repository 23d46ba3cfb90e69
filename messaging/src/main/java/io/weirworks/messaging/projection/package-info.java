/** State topics as a projection of the tables (DESIGN 3.6). */
@NullMarked
package io.weirworks.messaging.projection;

import org.jspecify.annotations.NullMarked;
