package io.weirworks.lineage.graph.adapter;

import io.micronaut.http.HttpStatus;

/** A read that has no answer: it asks for something that is not there, or cannot be, or not yet. */
public final class RefusedReadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient Problem problem;

  private RefusedReadException(HttpStatus status, Problem problem) {
    super(problem.message());
    this.status = status;
    this.problem = problem;
  }

  public static RefusedReadException invalid(String parameter, String value, String message) {
    return new RefusedReadException(
        HttpStatus.BAD_REQUEST, new Problem("InvalidParameter", message, parameter, value));
  }

  public static RefusedReadException unknown(String parameter, String dataset) {
    return unknown(parameter, dataset, "no successful run has touched this dataset");
  }

  public static RefusedReadException unknown(String parameter, String value, String message) {
    return new RefusedReadException(
        HttpStatus.NOT_FOUND, new Problem("NotFound", message, parameter, value));
  }

  /** The graph is being read from the rows; the same read is answered when it is there. */
  static RefusedReadException loading(String state) {
    return new RefusedReadException(
        HttpStatus.SERVICE_UNAVAILABLE,
        new Problem(
            "GraphNotLoaded", "the lineage graph is being loaded, ask again soon", "", state));
  }

  static RefusedReadException busy() {
    return new RefusedReadException(
        HttpStatus.CONFLICT,
        new Problem("Busy", "a rebuild is under way, ask again later", "", ""));
  }

  HttpStatus status() {
    return status;
  }

  Problem problem() {
    return problem;
  }
}
