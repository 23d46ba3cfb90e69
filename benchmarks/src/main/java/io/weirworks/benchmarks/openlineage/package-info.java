/** How fast engines' events come in over HTTP, and how soon they are in the graph (P11). */
@NullMarked
package io.weirworks.benchmarks.openlineage;

import org.jspecify.annotations.NullMarked;
