package io.weirworks.registry.flowspec;

import static io.weirworks.registry.flowspec.Documents.problems;
import static io.weirworks.registry.flowspec.Documents.text;
import static io.weirworks.registry.flowspec.Documents.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.RejectionCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowSpecReferencesTest {

  private static String document(String body) {
    return "{\"version\":\"1.1.0\",\"kind\":\"CycleWorkflow\",\"spec\":{" + body + "}}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{s.1}}", "{{scripts.s.1}}", "{s.1}", " {{ scripts.s.1 }} ", "{{script.s.1}}"})
  void everyFormOfReferenceFindsTheObjectEvenIfItComesLater(String reference) {
    // given
    String text =
        document(
            "\"nodes\":[{\"id\":\"n\",\"script\":\"%s\"}],\"scripts\":[{\"id\":\"s.1\",\"path\":\"here\"}]"
                .formatted(reference));
    // when
    SpecNode node = valid(FlowSpecReader.read(text)).body().nodes().getFirst();
    // then
    assertThat(node.script()).isNotNull().extracting(SpecScript::path).isEqualTo("here");
  }

  @Test
  void theFieldDecidesWhichObjectOfThatIdIsMeant() {
    // given
    FlowSpec document = valid(FlowSpecReader.read(text("retail-1.1.json")));
    // when
    SpecNode orders = document.body().nodes().get(1);
    // then
    assertThat(orders.script()).isNotNull().extracting(SpecScript::language).isEqualTo("spark-sql");
    assertThat(document.body().dependencies().getFirst().nodeId()).isEqualTo("orders");
  }

  @Test
  void referencesInsideReferencedObjectsAreResolvedToo() {
    // given
    FlowSpec document = valid(FlowSpecReader.read(text("retail-1.0.json")));
    // when
    SpecScript script = document.body().nodes().get(1).script();
    // then
    assertThat(script)
        .isNotNull()
        .extracting(found -> found.parameters().getFirst().value())
        .isEqualTo("$bizdate");
  }

  @Test
  void bracesInCodeAreNotReferences() {
    // given
    FlowSpec document = valid(FlowSpecReader.read(text("retail-1.0.json")));
    // then
    assertThat(document.body().nodes().get(1).script())
        .isNotNull()
        .extracting(SpecScript::content)
        .isEqualTo("select '${bizdate}', '{{jinja}}'");
  }

  @Test
  void outputsMayBeReferencesToArtifacts() {
    // given
    FlowSpec document = valid(FlowSpecReader.read(text("controllers.json")));
    // then
    assertThat(document.body().dependencies().getFirst().depends().getFirst().output())
        .isEqualTo("shop.is_weekday");
    assertThat(document.body().nodes().getFirst().controllers().branch())
        .isNotNull()
        .extracting(branch -> branch.branches().getFirst().output())
        .isEqualTo("shop.is_weekday");
  }

  @Test
  void unresolvedReferenceNamesThePlaceTheTextAndWhatWasProbablyMeant() {
    // given
    String text =
        document(
            "\"nodes\":[{\"id\":\"n\"},{\"id\":\"m\",\"trigger\":\"{{triggers.dialy}}\"}],\"triggers\":[{\"id\":\"daily\"}]");
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems)
        .containsExactly(
            new Problem(
                RejectionCode.UNRESOLVED_REFERENCE,
                "$.spec.nodes[1].trigger",
                "{{triggers.dialy}}",
                "the id of a trigger of this document (did you mean daily?)"));
  }

  @Test
  void referenceToAnObjectOfAnotherSectionIsUnresolved() {
    // given
    String text =
        document(
            "\"nodes\":[{\"id\":\"n\",\"script\":\"{{variables.v}}\"}],\"variables\":[{\"id\":\"v\"}]");
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems).extracting(Problem::expected).containsExactly("a reference to a script");
  }

  @Test
  void allUnresolvedReferencesAreToldAtOnce() {
    // given
    String text =
        document(
            "\"nodes\":[{\"id\":\"n\",\"script\":\"{{a}}\",\"trigger\":\"{{b}}\"}],\"flow\":[{\"nodeId\":\"{{c}}\",\"depends\":[{\"output\":\"{{d}}\"}]}]");
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactly(
            "$.spec.nodes[0].script",
            "$.spec.nodes[0].trigger",
            "$.spec.flow[0].nodeId",
            "$.spec.flow[0].depends[0].output");
  }

  @Test
  void circleOfReferencesIsRefused() {
    // given
    String text =
        document(
            "\"variables\":[{\"id\":\"a\",\"referenceVariable\":\"{{b}}\"},{\"id\":\"b\",\"referenceVariable\":\"{{a}}\"}]");
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems).extracting(Problem::code).containsOnly(RejectionCode.CIRCULAR_REFERENCE);
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactly(
            "$.spec.variables[1].referenceVariable", "$.spec.variables[0].referenceVariable");
  }

  @Test
  void variableMayNameTheNodeThatUsesIt() {
    // given
    String text =
        document(
            "\"variables\":[{\"id\":\"v\",\"name\":\"v\",\"node\":{\"nodeId\":\"{{nodes.n}}\"}}],"
                + "\"nodes\":[{\"id\":\"n\",\"outputs\":{\"variables\":[\"{{v}}\"]}}]");
    // then
    assertThat(valid(FlowSpecReader.read(text)).body().variables().getFirst().node())
        .isNotNull()
        .extracting(SpecNodeName::nodeId)
        .isEqualTo("n");
  }

  @Test
  void twoObjectsOfOneSectionCannotShareAnId() {
    // given
    String text =
        document(
            "\"nodes\":[{\"id\":\"n\"},{\"id\":\"x\",\"do-while\":{\"nodes\":[{\"id\":\"n\"}]}}]");
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems)
        .containsExactly(
            new Problem(
                RejectionCode.DUPLICATE_ID,
                "$.spec.nodes[1].do-while.nodes[0].id",
                "n",
                "an id of its own; $.spec.nodes[0] has this one"));
  }
}
