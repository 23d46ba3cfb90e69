package io.weirworks.lineage.classification.adapter;

import io.weirworks.contract.lineage.ClassificationRuleState;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.classification.ClassificationRule;
import io.weirworks.lineage.classification.RuleEvent;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Rules as messaging keeps and tells them, all in one order. */
public final class RuleKind implements SubjectKind<ClassificationRule, RuleEvent> {

  public static final RuleKind RULE = new RuleKind();

  static final String ORDERING_KEY = "classification-rules";

  private RuleKind() {}

  static SubjectRef<ClassificationRule, RuleEvent> ref(String name) {
    return new SubjectRef<>(RULE, id(name));
  }

  /** Subjects of a service have one space of ids. */
  static String id(String name) {
    return "classification-rule:" + name;
  }

  @Override
  public String name() {
    return "classification-rule";
  }

  @Override
  public SubjectTable<ClassificationRule> table() {
    return new Rows();
  }

  @Override
  public @Nullable ClassificationRule evolve(@Nullable ClassificationRule state, RuleEvent event) {
    return ClassificationRule.evolve(event);
  }

  @Override
  public String orderingKey(ClassificationRule state) {
    return ORDERING_KEY;
  }

  @Override
  public @Nullable String workspace(ClassificationRule state) {
    return null;
  }

  @Override
  public SpecificRecord event(ClassificationRule state, RuleEvent event) {
    return RuleRecords.event(event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return ClassificationRuleState.class;
  }

  @Override
  public SpecificRecord stateRecord(ClassificationRule state) {
    return RuleRecords.state(state);
  }

  private record Rows() implements SubjectTable<ClassificationRule> {

    @Override
    public String name() {
      return "classification_rule";
    }

    @Override
    public List<String> columns() {
      return List.of("rule");
    }

    @Override
    public Object[] values(ClassificationRule state) {
      return new Object[] {LineageJson.write(state)};
    }

    @Override
    public ClassificationRule read(ResultSet row) throws SQLException {
      return LineageJson.read(row.getString("rule"), ClassificationRule.class);
    }
  }
}
