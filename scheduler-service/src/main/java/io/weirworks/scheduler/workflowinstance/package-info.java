/**
 * The room of the workflow instance: the node instances of one workflow for one scheduled time,
 * released in the order of the graph.
 *
 * <p><b>How it ends.</b> A node's failure leaves its downstream in NotRun; there is no state
 * "upstream failed" (dataworks-semantics 3.5). The workflow instance keeps counts only, and ends
 * when no node waits for time, executor, rerun or a run's end: then nothing can proceed any more,
 * since only a success releases a node. It is SUCCESS when all nodes succeeded, CANCELLED when it
 * was cancelled and something did not succeed, FAILURE otherwise; blocked nodes stay NotRun and are
 * counted so.
 *
 * <p><b>What cancel does.</b> On a node instance: ended at once where it has no run, else when its
 * run has ended (a run that succeeds before the cancellation reaches it counts as success, and its
 * downstream goes on); its downstream stays NotRun. On a workflow instance: the same for every node
 * that has not ended. On a backfill: the same for every open business date, and no further one
 * begins. What has ended is refused with OperationDenied, except a blocked node of an ended
 * workflow instance, which may still be cancelled by itself.
 *
 * <p><b>What a manual rerun does.</b> It sets exactly what is asked for back to NotRun, each with
 * the upstreams that are set back too or have not succeeded, then lets begin what waits for none. A
 * workflow instance that had ended is reopened and completes again; so do a set success, a forced
 * start and a removed dependency that let something go on in it.
 *
 * <p>The node instances are subjects of their own: a decision reads the named ones and their direct
 * downstream through a small view and answers with facts, subject by subject, in order. What is too
 * much for one transaction is a continuation (DESIGN 3.3); until it is done nothing else of this
 * workflow instance may be decided.
 */
@NullMarked
package io.weirworks.scheduler.workflowinstance;

import org.jspecify.annotations.NullMarked;
