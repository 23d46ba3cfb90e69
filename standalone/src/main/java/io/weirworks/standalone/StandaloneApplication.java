package io.weirworks.standalone;

import io.weirworks.standalone.command.Surroundings;
import io.weirworks.standalone.command.WeirworksCommand;
import io.weirworks.standalone.platform.Programs;
import io.weirworks.standalone.platform.ServiceProgram;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The command line's program; the script {@code weirworks} runs it. */
public final class StandaloneApplication {

  private StandaloneApplication() {}

  public static void main(String[] arguments) {
    Surroundings surroundings =
        new Surroundings(
            // whatever the locale says: names and logs are UTF-8
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent(),
            Path.of(System.getProperty("weirworks.home", "")),
            Programs.onOurClassPath(ServiceProgram.ofAllServices()),
            System.getenv());
    System.exit(WeirworksCommand.in(surroundings).execute(arguments));
  }
}
