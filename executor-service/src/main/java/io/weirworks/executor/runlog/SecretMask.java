package io.weirworks.executor.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hides secrets by value: as they are, URL-encoded, and in Base64 wherever they stand inside the
 * encoded text (field-failures R48). Each byte of an occurrence becomes {@code *}, so that lengths
 * and offsets stay. Values of fewer than 4 bytes are left alone: masking them would make any text
 * unreadable.
 */
public final class SecretMask {
  /** Hides nothing. */
  public static final SecretMask NONE = new SecretMask(Set.of());

  private static final int SHORTEST = 4;

  private final byte[][][] patternsByFirstByte = new byte[256][0][];
  private final int longest;

  private SecretMask(Collection<String> patterns) {
    int max = 0;
    for (var text : patterns) {
      var pattern = text.getBytes(UTF_8);
      int first = pattern[0] & 0xff;
      var known = patternsByFirstByte[first];
      patternsByFirstByte[first] = Arrays.copyOf(known, known.length + 1);
      patternsByFirstByte[first][known.length] = pattern;
      max = Math.max(max, pattern.length);
    }
    longest = max;
  }

  /** A mask for these values in all their forms. */
  public static SecretMask of(Collection<String> secrets) {
    var forms = new LinkedHashSet<String>();
    for (var secret : secrets) {
      if (secret.getBytes(UTF_8).length >= SHORTEST) {
        addForms(secret, forms);
      }
    }
    return forms.isEmpty() ? NONE : new SecretMask(forms);
  }

  private static void addForms(String secret, Set<String> forms) {
    forms.add(secret);
    var form = URLEncoder.encode(secret, UTF_8);
    var percent = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    forms.addAll(List.of(form, percent, lowerHex(form), lowerHex(percent)));
    for (int before = 0; before < 3; before++) {
      var core = base64Core(secret.getBytes(UTF_8), before);
      if (core.length() >= SHORTEST) {
        forms.addAll(List.of(core, core.replace('+', '-').replace('/', '_')));
      }
    }
  }

  /** {@code %2F} may as well be written {@code %2f}. */
  private static String lowerHex(String encoded) {
    var text = new StringBuilder(encoded);
    for (int i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
      text.replace(i, i + 3, encoded.substring(i, i + 3).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  /**
   * The characters that depend on the secret alone when {@code before} bytes (modulo 3) stand
   * before it in the encoded text.
   */
  private static String base64Core(byte[] secret, int before) {
    var padded = new byte[before + secret.length];
    System.arraycopy(secret, 0, padded, before, secret.length);
    var encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
    int from = (before * 8 + 5) / 6;
    int to = padded.length * 8 / 6;
    return encoded.substring(Math.min(from, to), to);
  }

  /** The length of the longest form, in bytes; 0 where nothing is hidden. */
  int longest() {
    return longest;
  }

  /** Hides all occurrences in a whole text. */
  public String mask(String text) {
    if (longest == 0) {
      return text;
    }
    var bytes = text.getBytes(UTF_8);
    mask(bytes, bytes.length);
    return new String(bytes, UTF_8);
  }

  /**
   * Hides all occurrences within the first {@code length} bytes, in place; overlapping ones too.
   */
  void mask(byte[] text, int length) {
    int hiddenTo =
        0; // occurrences are looked for in the text as it was: what is hidden is written behind the
    // search
    int hideFrom = 0;
    for (int i = 0; i < length; i++) {
      for (var pattern : patternsByFirstByte[text[i] & 0xff]) {
        if (matches(text, i, length, pattern)) {
          if (i > hiddenTo) {
            Arrays.fill(text, hideFrom, hiddenTo, (byte) '*');
            hideFrom = i;
          }
          hiddenTo = Math.max(hiddenTo, i + pattern.length);
        }
      }
    }
    Arrays.fill(text, hideFrom, hiddenTo, (byte) '*');
  }

  private static boolean matches(byte[] text, int at, int length, byte[] pattern) {
    return at + pattern.length <= length
        && Arrays.equals(text, at, at + pattern.length, pattern, 0, pattern.length);
  }

  /**
   * Where the text's end may be the beginning of a secret whose rest is not there yet; {@code
   * length} where it is not.
   */
  int openEnd(byte[] text, int length) {
    for (int start = Math.max(0, length - longest + 1); start < length; start++) {
      int rest = length - start;
      for (var pattern : patternsByFirstByte[text[start] & 0xff]) {
        if (rest < pattern.length && Arrays.equals(text, start, length, pattern, 0, rest)) {
          return start;
        }
      }
    }
    return length;
  }
}
