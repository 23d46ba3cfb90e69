package io.weirworks.messaging.hosting;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.weirworks.schemas.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Starts a service: its own context with its own configuration, so that four of them live in one
 * JVM as well as in four. A bean of a service belongs to it by {@code @Requires(property =
 * "weirworks.service")} on its package.
 */
@OpenAPIDefinition(
    info =
        @Info(
            title = "messaging",
            version = "1",
            description =
                "What every service has beside its own pages: the outcome of a command, and shards"
                    + " that stopped."))
public final class ServiceHost {

  /** Property that says which service a context is. */
  public static final String SERVICE = "weirworks.service";

  /** Logback's own; read when the first logger is made. */
  private static final String LOGGING = "logback.configurationFile";

  private ServiceHost() {}

  /**
   * Starts a service with {@code <service>-service.yml} of its jar, environment variables and
   * system properties above that, and {@code overrides} above all.
   */
  public static ApplicationContext start(Service service, Map<String, Object> overrides) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(overrides)
            .propertySources(new YamlConfiguration(service.id() + "-service.yml").read())
            .start();
    context.getBean(EmbeddedServer.class).start();
    return context;
  }

  private record YamlConfiguration(String resource) {

    io.micronaut.context.env.PropertySource read() {
      try (InputStream in = ServiceHost.class.getClassLoader().getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException(resource + " is not on the class path");
        }
        Map<String, Object> properties = new YamlPropertySourceLoader().read(resource, in);
        // below environment variables and system properties, as an application.yml is
        return io.micronaut.context.env.PropertySource.of(
            resource, properties, YamlPropertySourceLoader.DEFAULT_POSITION);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * What a service's own {@code main} does: start it and stay until it is told to stop. The process
   * logs at INFO to standard output unless {@code -Dlogback.configurationFile} names something
   * else.
   */
  public static void run(Service service) {
    // a property, not a logback.xml: several services and programs share one class path
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "io/weirworks/messaging/hosting/service-logback.xml");
    }
    ApplicationContext context = start(service, Map.of());
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, service.id() + "-stop"));
  }
}
