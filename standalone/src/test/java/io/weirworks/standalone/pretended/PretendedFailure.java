package io.weirworks.standalone.pretended;

/** The main class of a service that cannot start without a port, which nobody gives it. */
public final class PretendedFailure {

  private PretendedFailure() {}

  public static void main(String[] arguments) {
    Integer.parseInt(System.getProperty("no.such.luck", "no such luck"));
  }
}
