package io.weirworks.standalone.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.simulation.RunResource;
import io.weirworks.scheduler.simulation.SimulatedInstance;
import io.weirworks.scheduler.simulation.SimulatedWait;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a simulated instance is shown: one line. */
final class InstanceText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String COLUMNS = "%-25s  %-10s  %-9s  %-24s  %-24s  %s";

  private InstanceText() {}

  /** What stands above lines for people. */
  static String head() {
    return COLUMNS.formatted("SCHEDULED", "BIZDATE", "KIND", "WORKFLOW", "NODE", "DEPENDS ON");
  }

  /** For people. */
  static String line(SimulatedInstance instance) {
    String upstreams =
        instance.dependsOn().stream()
            .map(
                edge ->
                    edge.key().workflow()
                        + "/"
                        + edge.key().node()
                        + "@"
                        + shown(edge.scheduledTime())
                        + " "
                        + edge.kind())
            .collect(Collectors.joining(", "));
    boolean isolated = instance.waits().contains(SimulatedWait.ISOLATED);
    return COLUMNS
        .formatted(
            shown(instance.scheduledTime()),
            instance.bizdate(),
            instance.kind(),
            instance.key().workflow(),
            instance.key().node(),
            isolated ? "ISOLATED: no upstream has an instance " + upstreams : upstreams)
        .stripTrailing();
  }

  /**
   * For programs: a JSON object.
   *
   * @param change ADDED or REMOVED between two simulations; null: there is one
   */
  static String json(SimulatedInstance instance, @Nullable String change) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      if (change != null) {
        out.writeStringField("change", change);
      }
      out.writeStringField("workflow", instance.key().workflow());
      out.writeStringField("node", instance.key().node());
      out.writeStringField("scheduledTime", shown(instance.scheduledTime()));
      out.writeStringField("bizdate", instance.bizdate().toString());
      out.writeStringField("kind", instance.kind().name());
      out.writeArrayFieldStart("dependsOn");
      for (SimulatedInstance.Edge edge : instance.dependsOn()) {
        out.writeStartObject();
        out.writeStringField("workflow", edge.key().workflow());
        out.writeStringField("node", edge.key().node());
        out.writeStringField("scheduledTime", shown(edge.scheduledTime()));
        out.writeStringField("kind", edge.kind().name());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeArrayFieldStart("waits");
      for (SimulatedWait wait : instance.waits()) {
        out.writeString(wait.name());
      }
      out.writeEndArray();
      writeResource(out, instance.resource());
      writeParameters(out, instance.parameters());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes everything", e);
    }
    return text.toString();
  }

  private static void writeResource(JsonGenerator out, RunResource resource) throws IOException {
    out.writeObjectFieldStart("resource");
    out.writeStringField("computingResource", resource.computingResource());
    out.writeStringField("resourceGroup", resource.resourceGroup());
    if (resource.computeUnits() == null) {
      out.writeNullField("computeUnits");
    } else {
      out.writeNumberField("computeUnits", resource.computeUnits());
    }
    out.writeEndObject();
  }

  /** A common shell script reads its parameters as $1, $2 … */
  private static void writeParameters(JsonGenerator out, ParameterValues values)
      throws IOException {
    out.writeObjectFieldStart("parameters");
    switch (values) {
      case ParameterValues.Named(var byName) -> {
        for (var value : byName.entrySet()) {
          out.writeStringField(value.getKey(), value.getValue());
        }
      }
      case ParameterValues.Positional(var inOrder) -> {
        for (int i = 0; i < inOrder.size(); i++) {
          out.writeStringField("$" + (i + 1), inOrder.get(i));
        }
      }
    }
    out.writeEndObject();
  }

  private static String shown(ZonedDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
