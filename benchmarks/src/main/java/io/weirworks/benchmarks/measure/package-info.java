/** What is read off the machine, the processes and the servers while a workload runs. */
@NullMarked
package io.weirworks.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
