/** Results for people (Markdown) and for programs (JSON lines). */
@NullMarked
package io.weirworks.benchmarks.report;

import org.jspecify.annotations.NullMarked;
