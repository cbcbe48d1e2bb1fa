import java.net.InetAddress;
import java.util.Map;
import java.util.function.Supplier;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.common.transport.TransportAddress;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.PageCacheRecycler;
import org.elasticsearch.common.xcontent.NamedXContentRegistry;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.plugins.NetworkPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.Transport;

/** How the node is spoken to: HTTP on loopback; and other nodes, of which there are none. */
public final class Network extends Plugin implements NetworkPlugin {
    static final String HTTP = "loopback";
    static final String TRANSPORT = "none";

    @Override
    public Map<String, Supplier<Transport>> getTransports(
        Settings settings, ThreadPool threads, PageCacheRecycler pages, CircuitBreakerService breaker,
        NamedWriteableRegistry registry, NetworkService network
    ) {
        return Map.of(TRANSPORT, LoneTransport::new);
    }

    @Override
    public Map<String, Supplier<HttpServerTransport>> getHttpTransports(
        Settings settings, ThreadPool threads, BigArrays arrays, PageCacheRecycler pages,
        CircuitBreakerService breaker, NamedXContentRegistry registry, NetworkService network,
        HttpServerTransport.Dispatcher dispatcher
    ) {
        int port = Integer.parseInt(settings.get("http.port"));
        return Map.of(HTTP, () -> new HttpFront(port, threads.getThreadContext(), registry, dispatcher));
    }

    static BoundTransportAddress loopback(int port) {
        TransportAddress address = new TransportAddress(InetAddress.getLoopbackAddress(), port);
        return new BoundTransportAddress(new TransportAddress[] {address}, address);
    }
}
