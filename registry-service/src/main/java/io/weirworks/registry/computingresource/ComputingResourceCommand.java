package io.weirworks.registry.computingresource;

import java.util.Map;

/** What can be asked of a computing resource. */
public sealed interface ComputingResourceCommand {

  /**
   * Make it known to a workspace.
   *
   * @param workspace name of the workspace
   * @param name unique in the workspace; nodes name it
   * @param type name of a {@link ComputingResourceType}
   * @param properties settings of the type; {@code LOCAL} has none
   */
  record RegisterComputingResource(
      String workspace, String name, String type, Map<String, String> properties)
      implements ComputingResourceCommand {
    public RegisterComputingResource {
      properties = Map.copyOf(properties);
    }
  }
}
