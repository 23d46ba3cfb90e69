package io.weirworks.scheduler.operation.adapter;

/** What can be asked of many instances at once over HTTP. */
enum Action {
  RERUN,
  SET_SUCCESS,
  FREEZE,
  UNFREEZE,
  PRIORITY,
  REMOVE_DEPENDENCY,
  FORCE_START,
  CANCEL
}
