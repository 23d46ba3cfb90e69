package io.weirworks.lineage.classification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Types of values that rules may name (dataworks-semantics 7.4). The public reference has neither
 * their names nor their patterns: these are ours.
 */
public enum BuiltInContent {
  /** Mobile numbers of mainland China, and any in international form. */
  PHONE_NUMBER("^((\\+?86[- ]?)?1[3-9][0-9]{9}|\\+[1-9][0-9]{7,14})$", false),
  EMAIL("^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}$", false),
  /** Of mainland China: region, date of birth, number, check digit. */
  ID_CARD(
      "^[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]$",
      false),
  /** Version 4. */
  IP_ADDRESS(
      "^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])$", false),
  MAC_ADDRESS("^[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}$", false),
  /** 13 to 19 digits whose Luhn sum is right. */
  BANK_CARD("^[0-9]{13,19}$", true);

  private final String regex;
  private final boolean luhn;

  BuiltInContent(String regex, boolean luhn) {
    this.regex = regex;
    this.luhn = luhn;
  }

  /** As rules name it. */
  public String type() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a value must fit as a whole. */
  public String regex() {
    return regex;
  }

  /** Whether its digits must pass Luhn's check, too. */
  public boolean hasLuhnSum() {
    return luhn;
  }

  public static Optional<BuiltInContent> of(String type) {
    return Arrays.stream(values()).filter(one -> one.type().equals(type)).findFirst();
  }

  static List<String> types() {
    return Arrays.stream(values()).map(BuiltInContent::type).toList();
  }
}
