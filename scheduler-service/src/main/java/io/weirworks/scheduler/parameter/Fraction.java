package io.weirworks.scheduler.parameter;

import java.math.BigInteger;

/**
 * An exact number of days: {@code numerator / denominator}, the denominator positive. Floating
 * point would miss seconds.
 */
record Fraction(BigInteger numerator, BigInteger denominator) {

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  private static final BigInteger SECONDS_PER_DAY = BigInteger.valueOf(86_400);

  Fraction plus(Fraction other) {
    BigInteger sum =
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
    BigInteger product = denominator.multiply(other.denominator);
    BigInteger divisor = sum.gcd(product);
    return new Fraction(sum.divide(divisor), product.divide(divisor));
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  /**
   * Whole seconds, rounded towards the past: the value printed is the second in which the exact
   * time lies.
   */
  BigInteger seconds() {
    BigInteger[] parts = numerator.multiply(SECONDS_PER_DAY).divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
