/** The tables of a Hive metastore, told to lineage-service. */
@NullMarked
package io.weirworks.standalone.crawl;

import org.jspecify.annotations.NullMarked;
