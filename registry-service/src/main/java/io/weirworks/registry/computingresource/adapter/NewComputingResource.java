package io.weirworks.registry.computingresource.adapter;

import static io.weirworks.messaging.hosting.CommandBody.required;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.registry.RegisterComputingResource;
import io.weirworks.registry.computingresource.ComputingResourceType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /computing-resources}.
 *
 * @param workspace name of the workspace
 * @param name unique in the workspace; nodes name it
 * @param properties settings that the type knows; absent: none
 */
@Serdeable
record NewComputingResource(
    @Nullable String workspace,
    @Nullable String name,
    @Nullable ComputingResourceType type,
    @Nullable Map<String, String> properties) {

  RegisterComputingResource command() {
    return RegisterComputingResource.newBuilder()
        .setWorkspace(required("workspace", workspace))
        .setName(required("name", name))
        .setType(
            io.weirworks.contract.registry.ComputingResourceType.valueOf(
                required("type", type).name()))
        .setProperties(properties == null ? Map.of() : properties)
        .build();
  }
}
