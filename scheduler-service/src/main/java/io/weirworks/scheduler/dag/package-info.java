/**
 * The room of the instance DAG (dataworks-semantics 5.4): a part of a workflow instance's graph,
 * level by level around a node, with the status of each node instance.
 */
@NullMarked
package io.weirworks.scheduler.dag;

import org.jspecify.annotations.NullMarked;
