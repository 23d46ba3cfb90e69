package io.weirworks.registry.flowspec;

/** Where a variable is visible (dataworks-semantics 1.6). */
public enum VariableScope implements Term {
  /** In one node's script. */
  NODE_PARAMETER("NodeParameter", "NodeParameter"),
  /** From one node to those behind it. */
  NODE_CONTEXT("NodeContext", "NodeContext"),
  /** In every node of the workflow. */
  WORKFLOW("Workflow", "WorkflowParameter"),
  /** In the workspace. */
  WORKSPACE("Workspace", "Workspace"),
  /** In all workspaces. */
  TENANT("Tenant", "Tenant");

  private final String text;
  private final String alias;

  VariableScope(String text, String alias) {
    this.text = text;
    this.alias = alias;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public String alias() {
    return alias;
  }
}
