package io.weirworks.lineage.sql.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes a right sentence a wrong or a strange one: words lost, doubled, swapped, characters cut.
 */
final class Damage {

  private static final int WORST = 4;
  private static final List<String> STRANGE =
      List.of("(", ")", "'", "\"", "`", "/*", "*/", "--", ";", "${", "}", "\u0000", "😀", "BEGIN");

  private Damage() {}

  static String to(String text, RandomGenerator random) {
    List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
    for (int i = random.nextInt(WORST) + 1; i > 0 && !words.isEmpty(); i--) {
      once(words, random);
    }
    String damaged = String.join(" ", words);
    return random.nextInt(WORST) == 0 && !damaged.isEmpty()
        ? damaged.substring(random.nextInt(damaged.length()))
        : damaged;
  }

  private static void once(List<String> words, RandomGenerator random) {
    int at = random.nextInt(words.size());
    switch (random.nextInt(4)) {
      case 0 -> words.remove(at);
      case 1 -> words.add(at, words.get(random.nextInt(words.size())));
      case 2 -> Collections.swap(words, at, random.nextInt(words.size()));
      default -> words.add(at, STRANGE.get(random.nextInt(STRANGE.size())));
    }
  }
}
