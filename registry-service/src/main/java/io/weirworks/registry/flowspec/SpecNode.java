package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A node (dataworks-semantics 1.3).
 *
 * @param id unique in the document
 * @param trigger its own timetable; absent inside a workflow that has one
 * @param reference set if it stands for a node of another workflow
 */
public record SpecNode(
    @Nullable String id,
    @Nullable String name,
    @Nullable String owner,
    @Nullable String description,
    @Nullable Recurrence recurrence,
    SpecStrategy strategy,
    @Nullable SpecDatasource datasource,
    @Nullable SpecScript script,
    @Nullable SpecTrigger trigger,
    @Nullable SpecRuntimeResource runtimeResource,
    @Nullable SpecReference reference,
    SpecArtifacts inputs,
    SpecArtifacts outputs,
    SpecControllers controllers,
    OtherKeys others) {

  static SpecNode read(SpecCursor in) {
    return new SpecNode(
        in.text("id"),
        in.text("name"),
        in.text("owner"),
        in.text("description"),
        in.term("recurrence", Recurrence.values()),
        SpecStrategy.readAt(in),
        in.object(Section.DATASOURCES, SpecDatasource::read, "datasource"),
        in.object(Section.SCRIPTS, SpecScript::read, "script"),
        in.object(Section.TRIGGERS, SpecTrigger::read, "trigger"),
        in.object(Section.RUNTIME_RESOURCES, SpecRuntimeResource::read, "runtimeResource"),
        in.object(SpecReference::read, "reference"),
        SpecArtifacts.readAt(in, "inputs"),
        SpecArtifacts.readAt(in, "outputs"),
        SpecControllers.readAt(in),
        in.otherKeys());
  }

  ObjectNode write(SpecVersion version) {
    TreeWriter out =
        new TreeWriter()
            .text("id", id)
            .text("name", name)
            .text("owner", owner)
            .text("description", description)
            .term("recurrence", recurrence);
    strategy.writeTo(out);
    out.object("datasource", datasource, SpecDatasource::write)
        .object("script", script, SpecScript::write)
        .object("trigger", trigger, SpecTrigger::write)
        .object("runtimeResource", runtimeResource, SpecRuntimeResource::write)
        .object("reference", reference, SpecReference::write)
        .object("inputs", inputs.isEmpty() ? null : inputs, SpecArtifacts::write)
        .object("outputs", outputs.isEmpty() ? null : outputs, SpecArtifacts::write);
    controllers.writeTo(out, version);
    return out.otherKeys(others).done();
  }
}
