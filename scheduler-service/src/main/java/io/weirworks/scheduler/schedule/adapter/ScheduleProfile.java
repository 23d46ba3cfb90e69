package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.scheduler.workflow.adapter.WorkflowNames;

/**
 * What lists show of a schedule's latest version.
 *
 * @param timeZone IANA name
 */
record ScheduleProfile(WorkflowNames names, String cron, String timeZone) {}
