package io.weirworks.lineage.table.adapter;

import io.weirworks.messaging.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which words were told before, as their rows and this transaction have it. */
final class HeardWords {

  private final Set<String> asked = new HashSet<>();
  private final Set<String> heard = new HashSet<>();

  static HeardWords in(Work work) {
    return work.kept(HeardWords.class, HeardWords::new);
  }

  void load(Collection<String> words, Work work) {
    Set<String> unknown = new HashSet<>(words);
    unknown.removeAll(asked);
    if (!unknown.isEmpty()) {
      asked.addAll(unknown);
      heard.addAll(work.query(connection -> stored(connection, List.copyOf(unknown))));
    }
  }

  boolean contains(String word, Work work) {
    load(Set.of(word), work);
    return heard.contains(word);
  }

  void add(String word) {
    heard.add(word);
  }

  private static Set<String> stored(Connection connection, List<String> words) throws SQLException {
    String places = String.join(",", Collections.nCopies(words.size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM lineage_word WHERE id IN (" + places + ")")) {
      for (int i = 0; i < words.size(); i++) {
        statement.setString(i + 1, words.get(i));
      }
      Set<String> stored = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          stored.add(rows.getString(1));
        }
      }
      return stored;
    }
  }
}
