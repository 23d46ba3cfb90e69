package io.weirworks.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.hive.conf.HiveConf;
import org.apache.hadoop.hive.metastore.HiveMetaStore;
import org.apache.hadoop.hive.metastore.TSetIpAddressProcessor;
import org.apache.hadoop.hive.metastore.api.ThriftHiveMetastore;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.TTransportFactory;

/**
 * The Hive metastore of Spark's own jars for the embedded warehouse: {@code MetastoreMain DIRECTORY
 * WAREHOUSE PORT}. Tables are kept in Derby in {@code DIRECTORY/metastore_db}. It listens on that
 * loopback port, for 0 on a free one, and writes it to {@code DIRECTORY/metastore.port} when it is
 * ready to serve; the stock start listens on all addresses (engines.md 1.5).
 */
public final class MetastoreMain {
  private static final int MIN_THREADS = 4;
  private static final int MAX_THREADS = 200;

  private MetastoreMain() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      System.err.println("usage: MetastoreMain DIRECTORY WAREHOUSE PORT");
      System.exit(2);
    }
    var directory = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    var warehouse = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
    var port = Integer.parseInt(arguments[2]);
    var portFile = directory.resolve("metastore.port");
    Files.deleteIfExists(portFile); // of an earlier life
    System.setProperty("derby.stream.error.file", directory.resolve("derby.log").toString());

    // The first question makes the schema, so that nobody is served before it is there.
    var handler =
        HiveMetaStore.newRetryingHMSHandler("metastore", configuration(directory, warehouse), true);
    handler.get_all_databases();
    var socket = new TServerSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var server = server(handler, socket);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    WholeFile.write(portFile, (socket.getServerSocket().getLocalPort() + "\n").getBytes(UTF_8));
    server.serve();
  }

  private static TThreadPoolServer server(ThriftHiveMetastore.Iface handler, TServerSocket socket)
      throws ReflectiveOperationException {
    return new TThreadPoolServer(
        new TThreadPoolServer.Args(socket)
            .processor(new TSetIpAddressProcessor<>(handler))
            .transportFactory(new TTransportFactory())
            .protocolFactory(new TBinaryProtocol.Factory())
            .minWorkerThreads(MIN_THREADS)
            .maxWorkerThreads(MAX_THREADS));
  }

  private static HiveConf configuration(Path directory, Path warehouse) {
    var conf = new HiveConf();
    conf.set(
        "javax.jdo.option.ConnectionURL",
        "jdbc:derby:;databaseName=" + directory.resolve("metastore_db") + ";create=true");
    // Hadoop reads it as a path, not as a URI: a blank in it must not be escaped.
    conf.set("hive.metastore.warehouse.dir", "file://" + warehouse);
    conf.set("datanucleus.schema.autoCreateAll", "true");
    conf.set("hive.metastore.schema.verification", "false");
    conf.set("datanucleus.connectionPoolingType", "HikariCP");
    return conf;
  }
}
