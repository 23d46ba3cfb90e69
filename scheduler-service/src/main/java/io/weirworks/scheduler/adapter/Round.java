package io.weirworks.scheduler.adapter;

import java.sql.SQLException;
import java.time.Duration;

/** What a member does again and again beside the poll thread, with nobody waiting for it. */
public interface Round {

  /** What it is for, as logs call it. */
  String name();

  /** How long after the end of one the next begins. */
  Duration every();

  /** May fail, and is tried again. */
  void go() throws SQLException;
}
