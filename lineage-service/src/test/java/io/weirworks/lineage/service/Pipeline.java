package io.weirworks.lineage.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.executor.Statement;
import io.weirworks.contract.executor.StatementOutcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A small pipeline as its runs tell it: a table over files, a clean one, daily figures, a report.
 *
 * @param database of its tables, so that two of them are two graphs
 */
record Pipeline(String database) {

  /** One run of one node. */
  record NodeRun(String id, String node, List<Statement> statements, int omitted) {}

  private static final Instant BEGIN = Instant.parse("2001-01-02T00:00:00Z");

  String workflowInstance() {
    return "wi-" + database;
  }

  List<NodeRun> runs() {
    return List.of(
        run(
            "load",
            "CREATE DATABASE IF NOT EXISTS DB",
            "CREATE TABLE IF NOT EXISTS DB.raw (date STRING, delay INT, origin STRING) USING json"
                + " LOCATION '/data/DB/flights.json'",
            "CREATE TABLE IF NOT EXISTS DB.airports (iata STRING, name STRING) USING csv"
                + " OPTIONS (path '/data/DB/airports.csv', header 'true')"),
        run(
            "clean",
            "CREATE TABLE IF NOT EXISTS DB.clean (flight_date DATE, origin STRING, delay INT, ds"
                + " STRING) USING parquet PARTITIONED BY (ds)",
            "INSERT OVERWRITE DB.clean PARTITION (ds = '20010101')"
                + " SELECT to_date(date), origin, delay FROM DB.raw WHERE delay IS NOT NULL"),
        run(
            "delays",
            "CREATE TABLE IF NOT EXISTS DB.delays (origin STRING, avg_delay DOUBLE, ds STRING)"
                + " USING parquet PARTITIONED BY (ds)",
            "INSERT OVERWRITE DB.`Delays` PARTITION (ds = '20010101')"
                + " SELECT origin, avg(delay) FROM DB.CLEAN WHERE ds = '20010101' GROUP BY origin"),
        run(
            "report",
            "CREATE TABLE IF NOT EXISTS DB.report (airport STRING, avg_delay DOUBLE, ds STRING)"
                + " USING parquet PARTITIONED BY (ds)",
            "INSERT OVERWRITE DB.report PARTITION (ds = '20010101')"
                + " SELECT a.name, d.avg_delay FROM DB.delays d JOIN DB.airports a"
                + " ON d.origin = a.iata WHERE d.ds = '20010101'",
            "SELECT * FROM DB.report"));
  }

  private NodeRun run(String node, String... texts) {
    List<Statement> statements = new ArrayList<>();
    for (String text : texts) {
      statements.add(statement(statements.size(), text.replace("DB", database)));
    }
    return new NodeRun("run-" + database + "-" + node, node, statements, 0);
  }

  static Statement statement(int index, String text) {
    return Statement.newBuilder()
        .setIndex(index)
        .setText(text)
        .setSha256(sha256(text))
        .setLength(text.length())
        .setCurrentDatabase("default")
        .setOutcome(StatementOutcome.SUCCEEDED)
        .build();
  }

  static Statement notCarried(int index, String text) {
    return Statement.newBuilder(statement(index, text)).setText(null).build();
  }

  static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  RunSucceeded succeeded(NodeRun run) {
    return succeeded(run, BEGIN);
  }

  RunSucceeded succeeded(NodeRun run, Instant endedAt) {
    return RunSucceeded.newBuilder()
        .setRunId(run.id())
        .setAttempt(1)
        .setNodeInstanceId("ni-" + run.id())
        .setWorkflowInstanceId(workflowInstance())
        .setWorkspaceId("ws-1")
        .setWorkspace("demo")
        .setWorkflowId("wf-1")
        .setWorkflow("flights")
        .setNodeId("node-" + run.node())
        .setNode(run.node())
        .setCommand("EMR_SPARK_SQL")
        .setBizdate("2001-01-01")
        .setStatements(run.statements())
        .setStatementsOmitted(run.omitted())
        .setEndedAt(endedAt)
        .build();
  }

  RunFailed failed(NodeRun run) {
    return RunFailed.newBuilder()
        .setRunId(run.id())
        .setAttempt(1)
        .setNodeInstanceId("ni-" + run.id())
        .setWorkflowInstanceId(workflowInstance())
        .setWorkspaceId("ws-1")
        .setWorkspace("demo")
        .setWorkflowId("wf-1")
        .setWorkflow("flights")
        .setNodeId("node-" + run.node())
        .setNode(run.node())
        .setCommand("EMR_SPARK_SQL")
        .setBizdate("2001-01-01")
        .setCode("NonZeroExit")
        .setMessage("exit code 1")
        .setStatements(run.statements())
        .setEndedAt(BEGIN)
        .build();
  }
}
