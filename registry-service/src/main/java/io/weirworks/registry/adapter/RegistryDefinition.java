package io.weirworks.registry.adapter;

import io.micronaut.context.annotation.Factory;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.registry.computingresource.adapter.ComputingResourceSubjectKind;
import io.weirworks.registry.workflow.ExpressionCheck;
import io.weirworks.registry.workflow.ExpressionForm;
import io.weirworks.registry.workflow.adapter.WorkflowSubjectKind;
import io.weirworks.registry.workspace.adapter.WorkspaceSubjectKind;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import jakarta.inject.Singleton;
import java.util.List;

/** What the registry hands to messaging. It listens to nobody. */
@Factory
final class RegistryDefinition {

  /** The scheduler evaluates expressions and no service depends on another: the form alone. */
  @Singleton
  ExpressionCheck expressions() {
    return new ExpressionForm();
  }

  @Singleton
  ServiceDefinition definition(AvroCodec codec, List<Handler<?>> commands) {
    return new ServiceDefinition(
        Service.REGISTRY,
        codec,
        commands,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            WorkspaceSubjectKind.WORKSPACE,
            ComputingResourceSubjectKind.COMPUTING_RESOURCE,
            WorkflowSubjectKind.WORKFLOW),
        List.of());
  }
}
