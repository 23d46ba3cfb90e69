package io.weirworks.standalone.stack;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ConfigurableBeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.weirworks.schemas.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service reads from its environment, told by its own configuration and classes; nothing is
 * started.
 */
final class ServiceSettings {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)");

  private final String resource;
  private final String text;
  private final Map<String, Object> properties;

  ServiceSettings(Service service) {
    this.resource = service.id() + "-service.yml";
    this.text = text(resource);
    this.properties =
        new YamlPropertySourceLoader().read(resource, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The variables that the configuration names itself. */
  Set<String> placeholders() {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Every variable that changes something: named by the configuration, or the environment form of a
   * property that it sets or that a bean of ours asks for.
   */
  Set<String> variables() {
    Set<String> variables = placeholders();
    properties.keySet().forEach(property -> variables.add(variable(property)));
    try (ApplicationContext context = context(Map.of())) {
      ((ConfigurableBeanContext) context).configure();
      context.getAllBeanDefinitions().stream()
          .filter(bean -> bean.getBeanType().getName().startsWith("io.weirworks."))
          .flatMap(bean -> asked(bean).stream())
          .forEach(property -> variables.add(variable(property)));
    }
    return variables;
  }

  /** The properties of the service in this environment. */
  Map<String, Object> in(Map<String, String> environment) {
    try (ApplicationContext context = context(environment)) {
      return Map.copyOf(
          properties.keySet().stream()
              .filter(name -> context.getEnvironment().containsProperty(name))
              .collect(
                  Collectors.toMap(
                      name -> name,
                      name -> context.getEnvironment().getRequiredProperty(name, String.class))));
    }
  }

  /** Where its tables are described. */
  List<String> migrations() {
    try (ApplicationContext context = context(Map.of())) {
      return context
          .getEnvironment()
          .getProperty("flyway.datasources.default.locations", Argument.listOf(String.class))
          .orElseThrow();
    }
  }

  private ApplicationContext context(Map<String, String> environment) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .propertySources(
                PropertySource.of(resource, properties, YamlPropertySourceLoader.DEFAULT_POSITION),
                PropertySource.of(
                    "environment",
                    Map.<String, Object>copyOf(environment),
                    PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                    PropertySource.Origin.of("docker-compose.yml")))
            .build();
    context.getEnvironment().start();
    return context;
  }

  private static Set<String> asked(BeanDefinition<?> bean) {
    return Arrays.stream(bean.getConstructor().getArguments())
        .flatMap(
            argument ->
                argument.getAnnotationMetadata().stringValue(Property.class, "name").stream())
        .collect(Collectors.toSet());
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static String text(String resource) {
    try (InputStream in = ServiceSettings.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
