import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.join.ParentJoinPlugin;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;

/**
 * The real core of Elasticsearch 7.0.0 as a cluster of one node, for tests. It comes without the modules that talk to
 * the network and without most of the analysis, so that this folder brings what is missing. Arguments: a folder of its
 * own, a port on loopback.
 */
public final class SearchNode extends Node {
    private SearchNode(Path home, Settings settings) {
        super(
            InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "alone"),
            List.of(Analysis.class, Network.class, ParentJoinPlugin.class), false);
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(home.resolve("config"));
        Settings.Builder settings = Settings.builder();
        Map.of(
            "path.home", home.toString(),
            "cluster.name", "mastoctl-test",
            "discovery.type", "single-node",
            "network.host", "127.0.0.1",
            "http.port", arguments[1],
            "http.type", Network.HTTP,
            "transport.type", Network.TRANSPORT,
            // What the heap really holds counts what nobody has collected yet, and a small one is full of that.
            "indices.breaker.total.use_real_memory", "false",
            // How full the tests' disk is says nothing about the tests.
            "cluster.routing.allocation.disk.threshold_enabled", "false"
        ).forEach(settings::put);

        Node node = new SearchNode(home, settings.build()).start();
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (java.io.IOException error) {
                error.printStackTrace();
            }
            end.countDown();
        }));
        end.await();
    }
}
