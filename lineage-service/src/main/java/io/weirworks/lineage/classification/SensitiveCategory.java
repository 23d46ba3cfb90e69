package io.weirworks.lineage.classification;

/** What sensitive data is about: the four categories of the built-in template. */
public enum SensitiveCategory {
  PERSONAL,
  BUSINESS,
  COMPANY,
  TECHNICAL
}
