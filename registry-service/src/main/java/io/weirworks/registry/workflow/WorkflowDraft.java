package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.FlowSpecReader;
import io.weirworks.registry.flowspec.FlowSpecWriter;
import io.weirworks.registry.identity.DerivedId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A document that is fit to be deployed. Reading one is a pure function of its text and of the
 * workspace, so that the subject it is about, and with it the ordering key, is known before its
 * state is loaded.
 *
 * @param workflowId derived from workspace and name, so the same in each version
 * @param workspace name of the workspace
 * @param definition what the document asks to run
 * @param specification the document in its canonical form ({@link FlowSpecWriter#canonical})
 * @param specSha256 SHA-256 of {@code specification}, 64 hex digits: equal documents, however
 *     written, have equal ones
 */
public record WorkflowDraft(
    UUID workflowId,
    UUID workspaceId,
    String workspace,
    WorkflowDefinition definition,
    String specification,
    String specSha256) {

  /**
   * The draft, or every problem of the document: of its form, or if that is right, of what it says.
   */
  public static Checked<WorkflowDraft> read(String text, DeployContext context) {
    return switch (FlowSpecReader.read(text)) {
      case Checked.Invalid<FlowSpec>(var problems) -> new Checked.Invalid<>(problems);
      case Checked.Valid<FlowSpec>(var document) -> of(document, context);
    };
  }

  /** The id of the workflow that has this name in a workspace. */
  public static UUID workflowId(UUID workspaceId, String name) {
    return DerivedId.of("workflow", workspaceId, name);
  }

  WorkflowDraft waitingFor(List<CrossDependency> dependencies) {
    return new WorkflowDraft(
        workflowId,
        workspaceId,
        workspace,
        definition.waitingFor(dependencies),
        specification,
        specSha256);
  }

  private static Checked<WorkflowDraft> of(FlowSpec document, DeployContext context) {
    return switch (WorkflowCheck.check(document, context)) {
      case Checked.Invalid<WorkflowDefinition>(var problems) -> new Checked.Invalid<>(problems);
      case Checked.Valid<WorkflowDefinition>(var definition) -> of(document, definition, context);
    };
  }

  private static Checked<WorkflowDraft> of(
      FlowSpec document, WorkflowDefinition definition, DeployContext context) {
    String specification = FlowSpecWriter.canonical(document);
    byte[] bytes = specification.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > WorkflowLimits.MAX_SPECIFICATION_BYTES) {
      Problems problems = new Problems();
      problems.add(
          RejectionCode.WORKFLOW_TOO_LARGE,
          document.bodyPath(),
          bytes.length + " bytes",
          "at most "
              + WorkflowLimits.MAX_SPECIFICATION_BYTES
              + " bytes after references are resolved");
      return new Checked.Invalid<>(problems.all());
    }
    UUID workflowId = workflowId(context.workspaceId(), definition.name());
    return new Checked.Valid<>(
        new WorkflowDraft(
            workflowId,
            context.workspaceId(),
            context.workspaceName(),
            definition,
            specification,
            sha256(bytes)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
