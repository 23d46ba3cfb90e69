package io.weirworks.messaging.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.messaging.storage.SubjectRow;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionWorkTest {

  private final TransactionWork work =
      new TransactionWork(
          (Connection)
              Proxy.newProxyInstance(
                  Connection.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                  }),
          Map.of(),
          new SubjectCache(1 << 20),
          new AvroCodec(SchemaCatalogue.contract()));

  /** A kind of which only whether it keeps stubs matters. */
  private record Kind(String name, boolean keepsStub) implements SubjectKind<String, String> {
    @Override
    public SubjectTable<String> table() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String evolve(@Nullable String state, String event) {
      return event;
    }

    @Override
    public String orderingKey(String state) {
      return state;
    }

    @Override
    public @Nullable String workspace(String state) {
      return null;
    }

    @Override
    public SpecificRecord event(String state, String event) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Class<? extends SpecificRecord> stateType() {
      return SpecificRecord.class;
    }

    @Override
    public SpecificRecord stateRecord(String state) {
      throw new UnsupportedOperationException();
    }
  }

  private static SubjectRow<String> row(long sequence, @Nullable String state) {
    return new SubjectRow<>("id", 0, "key", null, sequence, state, 0);
  }

  @Test
  void ofWhatIsChangedAndThenRemovedTheRowIsWrittenBeforeItsStub() {
    // given
    Kind kind = new Kind("kept", true);
    // when
    work.change(kind, row(1, "first"));
    work.change(kind, row(2, "second"));
    work.change(kind, row(3, null));
    // then
    assertThat(work.toWrite(kind)).containsExactly(row(2, "second"), row(3, null));
  }

  @Test
  void whatKeepsNoStubLeavesNothingToWriteButItsRemoval() {
    // given
    Kind kind = new Kind("gone", false);
    // when
    work.change(kind, row(1, "first"));
    work.change(kind, row(2, null));
    // then
    assertThat(work.toWrite(kind)).containsExactly(row(2, null));
  }

  @Test
  void decisionSeesWhatOthersBeforeItInTheTransactionChanged() {
    // given
    Kind kind = new Kind("kind", true);
    // when
    work.change(kind, row(1, "first"));
    // then
    assertThat(work.changed(kind)).containsExactly(Map.entry("id", Optional.of("first")));
    // when
    work.change(kind, row(2, null));
    // then
    assertThat(work.changed(kind)).containsExactly(Map.entry("id", Optional.empty()));
  }
}
