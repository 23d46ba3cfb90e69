/** The runner between engine, database and broker. */
@NullMarked
package io.weirworks.executor.runner.adapter;

import org.jspecify.annotations.NullMarked;
