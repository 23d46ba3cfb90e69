package io.weirworks.executor.run;

/**
 * What a last report carries beyond what is decided on (outputs, statements): it passes through to
 * the terminal event as it is.
 */
public interface ReportDetail {}
