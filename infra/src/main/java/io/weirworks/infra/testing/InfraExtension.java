package io.weirworks.infra.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests that ask by parameter an {@link Infra} (shared by the JVM) or a {@link SeparateInfra}
 * (of this test, or of this class when a constructor or {@code @BeforeAll} asks; closed after it).
 */
public final class InfraExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(InfraExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Infra.class || type == SeparateInfra.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == Infra.class) {
      return Infra.shared();
    }
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(SeparateInfra.class, type -> Infra.separate(), SeparateInfra.class);
  }
}
