package io.weirworks.executor.adapter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code weirworks.executor.*}.
 *
 * @param workDirectory where runs keep their files, on a disk of this host
 * @param resourceGroup whose runs the runner takes
 * @param slots how many runs the runner carries at once
 * @param cores that runs may use; 0: all of the machine
 * @param memoryGib that runs may use; 0: all of the machine
 * @param lease how long a silent runner is believed
 * @param unconfirmedBound how long what became of a run is looked for before it is lost
 * @param retention how long the files of an ended run are kept
 * @param sparkHome a directory with Spark's jars; blank: nodes that need Spark fail
 * @param sparkJava program that runs Spark (JDK 17, or 25.0.3 or newer); blank: this JVM's
 * @param metastoreUri such as {@code thrift://127.0.0.1:9083}
 * @param warehouse directory of managed tables
 * @param lineage whether openlineage-spark listens to Spark jobs; a node switches it off for itself
 *     by {@code spark.openlineage.disabled=true}
 * @param openlineageJar of openlineage-spark; blank: among Spark's jars
 */
@ConfigurationProperties("weirworks.executor")
record ExecutorConfiguration(
    @Bindable(defaultValue = ".weirworks/executor") Path workDirectory,
    @Bindable(defaultValue = "default") String resourceGroup,
    @Bindable(defaultValue = "32") int slots,
    @Bindable(defaultValue = "0") int cores,
    @Bindable(defaultValue = "0") int memoryGib,
    @Bindable(defaultValue = "PT30S") Duration lease,
    @Bindable(defaultValue = "PT10M") Duration unconfirmedBound,
    @Bindable(defaultValue = "P7D") Duration retention,
    @Nullable String sparkHome,
    @Nullable String sparkJava,
    @Nullable String metastoreUri,
    @Nullable String warehouse,
    @Bindable(defaultValue = "true") boolean lineage,
    @Nullable String openlineageJar) {}
