package io.weirworks.messaging.bank;

import static io.weirworks.messaging.bank.AccountKind.ACCOUNT;
import static io.weirworks.messaging.bank.AccountKind.ref;

import io.weirworks.contract.bank.Bloat;
import io.weirworks.contract.bank.BonusLater;
import io.weirworks.contract.bank.CloseAccount;
import io.weirworks.contract.bank.CloseHolder;
import io.weirworks.contract.bank.ContinueSplit;
import io.weirworks.contract.bank.CurrencyState;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.DepositLater;
import io.weirworks.contract.bank.DepositNever;
import io.weirworks.contract.bank.Explode;
import io.weirworks.contract.bank.OpenAccount;
import io.weirworks.contract.bank.SalaryPaid;
import io.weirworks.contract.bank.SetNote;
import io.weirworks.contract.bank.Split;
import io.weirworks.contract.bank.TellFriend;
import io.weirworks.contract.bank.Whisper;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.View;
import io.weirworks.messaging.Work;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The bank's handlers on the topics of one of the services. */
public final class Bank {

  public static final Service SERVICE = Service.SCHEDULER;
  public static final String CURRENCIES = Service.REGISTRY.topic(TopicKind.STATE);
  public static final String SALARIES = Service.EXECUTOR.topic(TopicKind.EVENTS);

  /** What one decision of a split deposits at most, well within a transaction's bounds. */
  static final int PARTS_AT_ONCE = 400;

  /** More than fits into one decision. */
  public static final int BONUS_PARTS = 2 * PARTS_AT_ONCE + 1;

  /** A note that makes the handlers of our own commands and of timers fail. */
  public static final String EXPLOSIVE = "explosive";

  private static final String REMINDER = "reminder";
  private static final String BONUS = "bonus";

  /** Notes that this process was told of after the commit. */
  public static final Set<String> HINTS = ConcurrentHashMap.newKeySet();

  private Bank() {}

  public static AvroCodec codec() {
    return new AvroCodec(
        SchemaCatalogue.contract()
            .and(SchemaCatalogue.load(Bank.class.getClassLoader(), "bank/ids.csv")));
  }

  public static ServiceDefinition definition() {
    return new ServiceDefinition(
        SERVICE,
        codec(),
        List.of(
            handler(OpenAccount.class, OpenAccount::getAccount, Bank::open),
            handler(Deposit.class, Deposit::getAccount, Bank::deposit),
            handler(CloseAccount.class, CloseAccount::getAccount, Bank::close),
            new CloseHolderHandler(),
            handler(Split.class, Split::getAccount, Bank::split),
            handler(DepositLater.class, DepositLater::getAccount, Bank::later),
            handler(DepositNever.class, DepositNever::getAccount, Bank::never),
            handler(TellFriend.class, TellFriend::getAccount, Bank::tell),
            handler(Whisper.class, Whisper::getAccount, Bank::whisper),
            handler(BonusLater.class, BonusLater::getAccount, Bank::bonusLater),
            handler(Explode.class, Explode::getAccount, Bank::explode),
            handler(Bloat.class, Bloat::getAccount, Bank::bloat)),
        List.of(
            handler(ContinueSplit.class, ContinueSplit::getAccount, Bank::goOn), new NoteHandler()),
        List.of(handler(SalaryPaid.class, SalaryPaid::getAccount, Bank::salary)),
        List.of(new View<>(CurrencyState.class, CurrencyState::getCode)),
        List.of(CURRENCIES, SALARIES),
        List.of(ACCOUNT),
        List.of(new Reminder(), new Bonus()));
  }

  private interface Deciding<R> {
    Decision decide(R record, Asked asked, Work work);
  }

  private static <R extends SpecificRecord> Handler<R> handler(
      Class<R> type, Function<R, String> key, Deciding<R> deciding) {
    return new Handler<>() {
      @Override
      public Class<R> type() {
        return type;
      }

      @Override
      public Optional<String> orderingKey(R record, Envelope envelope, Work work) {
        return Optional.of(key.apply(record));
      }

      @Override
      public void load(List<R> records, Work work) {
        work.load(ACCOUNT, records.stream().map(key).toList());
      }

      @Override
      public Decision decide(R record, Asked asked, Work work) {
        return deciding.decide(record, asked, work);
      }
    };
  }

  private static Decision tell(String account, Account.Event event, Effect... more) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Tell<>(ref(account), event));
    effects.addAll(List.of(more));
    return Decision.accepted(ref(account), effects);
  }

  private static Decision unknown(String account) {
    return Decision.refused(
        new Rejection(
            "NoSuchAccount", "account " + account + " does not exist", "account", account));
  }

  private static Decision open(OpenAccount command, Asked asked, Work work) {
    if (work.find(ACCOUNT, command.getAccount()).isPresent()) {
      return Decision.refused(Rejection.of("AccountExists", "the account exists"));
    }
    return tell(
        command.getAccount(),
        new Account.Event.Opened(command.getAccount(), command.getHolder()),
        new Effect.Write(
            "INSERT INTO account_holder (holder, account) VALUES (?, ?)",
            List.of(command.getHolder(), command.getAccount())));
  }

  private static Decision deposit(Deposit command, Asked asked, Work work) {
    return work.find(ACCOUNT, command.getAccount()).isEmpty()
        ? unknown(command.getAccount())
        : tell(command.getAccount(), new Account.Event.Deposited(command.getAmount(), 0));
  }

  private static Decision close(CloseAccount command, Asked asked, Work work) {
    return work.find(ACCOUNT, command.getAccount())
        .map(
            account ->
                tell(
                    command.getAccount(),
                    new Account.Event.Closed(),
                    new Effect.Remove("account_holder", "holder", account.holder())))
        .orElseGet(() -> unknown(command.getAccount()));
  }

  private static Decision split(Split command, Asked asked, Work work) {
    return parts(command.getAccount(), 0, command.getParts());
  }

  private static Decision goOn(ContinueSplit command, Asked asked, Work work) {
    return parts(command.getAccount(), command.getNext(), command.getParts());
  }

  private static Decision parts(String account, int next, int parts) {
    int end = Math.min(parts, next + PARTS_AT_ONCE);
    List<Effect> effects = new ArrayList<>();
    for (int i = next; i < end; i++) {
      effects.add(new Effect.Tell<>(ref(account), new Account.Event.Deposited(1, 0)));
    }
    return new Decision.Accepted(
        ref(account), effects, end < parts ? new ContinueSplit(account, end, parts) : null);
  }

  private static Decision later(DepositLater command, Asked asked, Work work) {
    return tell(
        command.getAccount(),
        new Account.Event.Planned(),
        new Effect.SetTimer(
            ref(command.getAccount()), REMINDER, asked.now().plusMillis(command.getMillis())));
  }

  private static Decision never(DepositNever command, Asked asked, Work work) {
    return tell(
        command.getAccount(),
        new Account.Event.Planned(),
        new Effect.ClearTimer(ref(command.getAccount()), REMINDER));
  }

  private static Decision tell(TellFriend command, Asked asked, Work work) {
    String account = command.getAccount();
    if (work.find(ACCOUNT, account).isEmpty()) {
      return unknown(account);
    }
    return tell(
        account,
        new Account.Event.FriendTold(command.getFriend()),
        new Effect.Ask(
            SERVICE,
            command.getFriend(),
            ref(account),
            sequence -> new SetNote(command.getFriend(), account, sequence, command.getNote()),
            List.of()));
  }

  private static Decision whisper(Whisper command, Asked asked, Work work) {
    return Decision.accepted(
        ref(command.getAccount()),
        List.of(
            new Effect.Change<>(
                ref(command.getAccount()), new Account.Event.Whispered(command.getNote())),
            new Effect.Hint(() -> HINTS.add(command.getNote()))));
  }

  private static Decision bonusLater(BonusLater command, Asked asked, Work work) {
    return tell(
        command.getAccount(),
        new Account.Event.Planned(),
        new Effect.SetTimer(
            ref(command.getAccount()), BONUS, asked.now().plusMillis(command.getMillis())));
  }

  private static Decision explode(Explode command, Asked asked, Work work) {
    throw new IllegalStateException("exploded as asked");
  }

  private static Decision bloat(Bloat command, Asked asked, Work work) {
    return tell(command.getAccount(), new Account.Event.Bloated(command.getBytes()));
  }

  private static Decision salary(SalaryPaid event, Asked asked, Work work) {
    Optional<Account> account = work.find(ACCOUNT, event.getAccount());
    long sequence = asked.envelope().sequence();
    if (account.isEmpty() || account.get().salarySequence() >= sequence) {
      return Decision.nothing();
    }
    return tell(event.getAccount(), new Account.Event.Deposited(event.getAmount(), sequence));
  }

  /** Names its account by what is only in the tables, as commands do that name an instance. */
  private static final class CloseHolderHandler implements Handler<CloseHolder> {
    @Override
    public Class<CloseHolder> type() {
      return CloseHolder.class;
    }

    @Override
    public Optional<String> orderingKey(CloseHolder command, Envelope envelope, Work work) {
      return work.query(c -> accountOf(c, command.getHolder()));
    }

    @Override
    public Decision decide(CloseHolder command, Asked asked, Work work) {
      return orderingKey(command, asked.envelope(), work)
          .map(account -> close(new CloseAccount(account), asked, work))
          .orElseGet(() -> unknown(command.getHolder()));
    }

    private static Optional<String> accountOf(Connection c, String holder) throws SQLException {
      try (PreparedStatement statement =
          c.prepareStatement("SELECT account FROM account_holder WHERE holder = ?")) {
        statement.setString(1, holder);
        try (ResultSet rows = statement.executeQuery()) {
          return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
      }
    }
  }

  /** Sets something, so it carries the sender's sequence and the receiver keeps the highest. */
  private static final class NoteHandler implements Handler<SetNote> {
    @Override
    public Class<SetNote> type() {
      return SetNote.class;
    }

    @Override
    public Optional<String> orderingKey(SetNote record, Envelope envelope, Work work) {
      return Optional.of(record.getAccount());
    }

    @Override
    public Decision decide(SetNote command, Asked asked, Work work) {
      if (command.getNote().equals(EXPLOSIVE)) {
        throw new IllegalStateException("exploded as noted");
      }
      Optional<Account> account = work.find(ACCOUNT, command.getAccount());
      if (account.isEmpty() || account.get().noteSequence() >= command.getSequence()) {
        return Decision.nothing();
      }
      return tell(
          command.getAccount(),
          new Account.Event.NoteSet(command.getNote(), command.getSequence()));
    }

    @Override
    public Decision refuse(SetNote command, Rejection rejection, Asked asked, Work work) {
      return tell(command.getAccount(), new Account.Event.NoteRefused(rejection.code()));
    }
  }

  private static final class Bonus implements TimerHandler {
    @Override
    public String kind() {
      return BONUS;
    }

    @Override
    public Decision decide(String subject, Asked asked, Work work) {
      return parts(subject, 0, BONUS_PARTS);
    }
  }

  private static final class Reminder implements TimerHandler {
    @Override
    public String kind() {
      return REMINDER;
    }

    @Override
    public Decision decide(String subject, Asked asked, Work work) {
      Optional<Account> account = work.find(ACCOUNT, subject);
      if (account.filter(found -> found.note().equals(EXPLOSIVE)).isPresent()) {
        throw new IllegalStateException("exploded as noted");
      }
      return account.isEmpty()
          ? Decision.nothing()
          : tell(subject, new Account.Event.Deposited(1, 0));
    }
  }
}
