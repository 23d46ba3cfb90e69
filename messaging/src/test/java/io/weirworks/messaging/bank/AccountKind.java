package io.weirworks.messaging.bank;

import io.weirworks.contract.bank.AccountClosed;
import io.weirworks.contract.bank.AccountOpened;
import io.weirworks.contract.bank.AccountState;
import io.weirworks.contract.bank.Bloated;
import io.weirworks.contract.bank.DepositPlanned;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.FriendTold;
import io.weirworks.contract.bank.NoteRefused;
import io.weirworks.contract.bank.NoteSet;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Accounts as messaging keeps and tells them. */
final class AccountKind implements SubjectKind<Account, Account.Event> {

  static final AccountKind ACCOUNT = new AccountKind();

  static SubjectRef<Account, Account.Event> ref(String id) {
    return new SubjectRef<>(ACCOUNT, id);
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public SubjectTable<Account> table() {
    return new SubjectTable<>() {
      @Override
      public String name() {
        return "account";
      }

      @Override
      public List<String> columns() {
        return List.of("holder", "balance", "note", "note_sequence", "salary_sequence");
      }

      @Override
      public Object[] values(Account account) {
        return new Object[] {
          account.holder(),
          account.balance(),
          account.note(),
          account.noteSequence(),
          account.salarySequence()
        };
      }

      @Override
      public Account read(ResultSet row) throws SQLException {
        return new Account(
            row.getString("id"),
            row.getString("holder"),
            row.getLong("balance"),
            row.getString("note"),
            row.getLong("note_sequence"),
            row.getLong("salary_sequence"));
      }
    };
  }

  @Override
  public @Nullable Account evolve(@Nullable Account state, Account.Event event) {
    return Account.evolve(state, event);
  }

  @Override
  public String orderingKey(Account account) {
    return account.id();
  }

  @Override
  public String workspace(Account account) {
    return "bank";
  }

  @Override
  public SpecificRecord event(Account account, Account.Event event) {
    String id = account.id();
    return switch (event) {
      case Account.Event.Opened(var _, String holder) -> new AccountOpened(id, holder);
      case Account.Event.Deposited(long amount, var _) ->
          new Deposited(id, amount, account.balance());
      case Account.Event.Planned _ -> new DepositPlanned(id);
      case Account.Event.FriendTold(String friend) -> new FriendTold(id, friend);
      case Account.Event.NoteSet(String note, var _) -> new NoteSet(id, note);
      case Account.Event.NoteRefused(String code) -> new NoteRefused(id, code);
      case Account.Event.Bloated(int bytes) -> new Bloated(id, ballast(bytes));
      case Account.Event.Whispered _ -> throw new IllegalArgumentException("never told");
      case Account.Event.Closed _ -> new AccountClosed(id, account.balance());
    };
  }

  /** Letters that no compression makes smaller. */
  private static String ballast(int length) {
    Random random = new Random(length);
    StringBuilder letters = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      letters.append((char) ('0' + random.nextInt('z' - '0')));
    }
    return letters.toString();
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return AccountState.class;
  }

  @Override
  public SpecificRecord stateRecord(Account account) {
    return new AccountState(account.id(), account.holder(), account.balance(), account.note());
  }
}
