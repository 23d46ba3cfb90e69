/** The production-like stack of docker-compose.yml, held against what it starts. */
@NullMarked
package io.weirworks.standalone.stack;

import org.jspecify.annotations.NullMarked;
