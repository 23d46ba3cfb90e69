/** The doors by which OpenLineage events come in: HTTP and a Kafka topic. */
@NullMarked
package io.weirworks.lineage.openlineage.adapter;

import org.jspecify.annotations.NullMarked;
