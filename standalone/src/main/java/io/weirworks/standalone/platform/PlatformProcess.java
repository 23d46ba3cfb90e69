package io.weirworks.standalone.platform;

import java.util.List;
import java.util.OptionalLong;

/** One process of the platform, ours or somebody else's. */
sealed interface PlatformProcess
    permits EmbeddedProcess, ExternalServer, MetastoreProcess, ServicesProcess {

  /** Name of its pid file and log, and for people. */
  String name();

  /** Starts it unless it runs. */
  void start();

  /** Ends it in good order; nothing to do where it does not run or is not ours. */
  void stop();

  /** Empty where no process of ours runs. */
  OptionalLong pid();

  /** The parts of the platform that live in it. */
  List<ComponentStatus> status();

  /** The end of what it wrote. */
  String logTail();
}
