package io.weirworks.registry.flowspec;

import static io.weirworks.registry.flowspec.Documents.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FlowSpecRoundTripProperties {

  @Property(tries = 100, seed = "20261120")
  void whatIsReadFromWhatWasWrittenIsEqual(@ForAll long seed) {
    // given
    FlowSpec document = valid(FlowSpecReader.read(new RandomDocuments(seed).inlined().toString()));
    for (SpecVersion version : new SpecVersion[] {SpecVersion.V1_1, SpecVersion.V2}) {
      // when
      FlowSpec fromJson = valid(FlowSpecReader.read(FlowSpecWriter.json(document, version)));
      FlowSpec fromYaml = valid(FlowSpecReader.read(FlowSpecWriter.yaml(document, version)));
      // then
      assertThat(fromJson)
          .isEqualTo(
              new FlowSpec(
                  version.number(),
                  version,
                  document.kind(),
                  document.metadata(),
                  document.body(),
                  document.others()));
      assertThat(fromYaml).isEqualTo(fromJson);
    }
  }

  @Property(tries = 100, seed = "20261120")
  void canonicalTextDependsOnContentOnly(@ForAll long seed) {
    // given
    FlowSpec document = valid(FlowSpecReader.read(new RandomDocuments(seed).inlined().toString()));
    // when
    FlowSpec rewritten =
        valid(FlowSpecReader.read(FlowSpecWriter.yaml(document, SpecVersion.V1_1)));
    // then
    assertThat(FlowSpecWriter.canonical(rewritten)).isEqualTo(FlowSpecWriter.canonical(document));
  }

  @Property(tries = 100, seed = "20261120")
  void movingObjectsToTheirSectionsChangesNothing(@ForAll long seed) {
    // given
    RandomDocuments documents = new RandomDocuments(seed);
    ObjectNode inlined = documents.inlined();
    ObjectNode referenced = inlined.deepCopy();
    moveOut(inlined, referenced, "script", "scripts", documents, new Random(seed));
    moveOut(inlined, referenced, "trigger", "triggers", documents, new Random(~seed));
    // when
    SpecBody read = valid(FlowSpecReader.read(referenced.toString())).body();
    // then
    assertThat(read.nodes())
        .isEqualTo(valid(FlowSpecReader.read(inlined.toString())).body().nodes());
  }

  /**
   * Gives each top-level node's object an id; in the second document it stands in its section
   * instead.
   */
  private static void moveOut(
      ObjectNode inlined,
      ObjectNode referenced,
      String key,
      String section,
      RandomDocuments documents,
      Random random) {
    ArrayNode definitions = ((ObjectNode) referenced.path("spec")).putArray(section);
    for (int i = 0; i < inlined.path("spec").path("nodes").size(); i++) {
      JsonNode object = inlined.path("spec").path("nodes").get(i).path(key);
      if (object instanceof ObjectNode moved) {
        String id = documents.nextId(key);
        moved.put("id", id);
        definitions.add(moved.deepCopy());
        String[] forms = {"{{" + id + "}}", "{{" + section + "." + id + "}}", "{" + id + "}"};
        ((ObjectNode) referenced.path("spec").path("nodes").get(i))
            .put(key, forms[random.nextInt(forms.length)]);
      }
    }
  }
}
