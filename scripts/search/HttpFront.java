import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.common.bytes.BytesArray;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.component.AbstractLifecycleComponent;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.common.xcontent.NamedXContentRegistry;
import org.elasticsearch.http.HttpChannel;
import org.elasticsearch.http.HttpInfo;
import org.elasticsearch.http.HttpRequest;
import org.elasticsearch.http.HttpResponse;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.http.HttpStats;
import org.elasticsearch.rest.AbstractRestChannel;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;

/** The node's HTTP, by the server the JDK has. */
final class HttpFront extends AbstractLifecycleComponent implements HttpServerTransport {
    /** As a cluster's own default, `http.max_content_length`. */
    private static final int LARGEST_BODY = 100 << 20;
    private static final int THREADS = 16;

    private final int port;
    private final ThreadContext context;
    private final NamedXContentRegistry registry;
    private final Dispatcher dispatcher;
    private HttpServer server;
    private ExecutorService workers;

    HttpFront(int port, ThreadContext context, NamedXContentRegistry registry, Dispatcher dispatcher) {
        this.port = port;
        this.context = context;
        this.registry = registry;
        this.dispatcher = dispatcher;
    }

    @Override
    protected void doStart() {
        try {
            server = HttpServer.create(boundAddress().publishAddress().address(), 0);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        workers = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    protected void doStop() {
        server.stop(0);
        workers.shutdown();
    }

    @Override
    protected void doClose() { }

    @Override
    public BoundTransportAddress boundAddress() {
        return Network.loopback(port);
    }

    @Override
    public HttpInfo info() {
        return new HttpInfo(boundAddress(), LARGEST_BODY);
    }

    @Override
    public HttpStats stats() {
        return new HttpStats(0, 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Question question = Question.read(exchange);
        Peer peer = new Peer(exchange.getLocalAddress(), exchange.getRemoteAddress());
        // Each request is a matter of its own, whoever's thread it runs on.
        try (ThreadContext.StoredContext former = context.stashContext()) {
            RestRequest request;
            try {
                request = RestRequest.request(registry, question, peer);
            } catch (RuntimeException error) {
                // What cannot even be taken apart: the node is asked to say so in its own words.
                RestRequest bare = RestRequest.requestWithoutParameters(registry, question.bare(), peer);
                dispatcher.dispatchBadRequest(bare, new Reply(exchange, bare), context, error);
                return;
            }
            dispatcher.dispatchRequest(request, new Reply(exchange, request), context);
        }
    }

    /** What was asked. */
    private record Question(
        RestRequest.Method method, String uri, BytesReference content, Map<String, List<String>> getHeaders
    ) implements HttpRequest {
        static Question read(HttpExchange exchange) throws IOException {
            boolean isPacked = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body = exchange.getRequestBody()) {
                InputStream plain = isPacked ? new GZIPInputStream(body) : body;
                return new Question(
                    RestRequest.Method.valueOf(exchange.getRequestMethod()), exchange.getRequestURI().toString(),
                    new BytesArray(plain.readAllBytes()), exchange.getRequestHeaders());
            }
        }

        Question bare() {
            return new Question(method, "/", BytesArray.EMPTY, Map.of());
        }

        @Override
        public HttpVersion protocolVersion() {
            return HttpVersion.HTTP_1_1;
        }

        @Override
        public List<String> strictCookies() {
            return List.of();
        }

        @Override
        public HttpRequest removeHeader(String header) {
            return this;
        }

        @Override
        public HttpResponse createResponse(RestStatus status, BytesReference content) {
            throw new UnsupportedOperationException("answers go through Reply");
        }
    }

    /** Who asked. */
    private record Peer(InetSocketAddress getLocalAddress, InetSocketAddress getRemoteAddress)
        implements HttpChannel {
        @Override
        public void sendResponse(HttpResponse response, ActionListener<Void> listener) {
            throw new UnsupportedOperationException("answers go through Reply");
        }

        @Override
        public void addCloseListener(ActionListener<Void> listener) { }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() { }
    }

    /** What the node answers, on its way out. */
    private static final class Reply extends AbstractRestChannel {
        private final HttpExchange exchange;

        Reply(HttpExchange exchange, RestRequest request) {
            super(request, true);
            this.exchange = exchange;
        }

        @Override
        public void sendResponse(RestResponse response) {
            byte[] body = BytesReference.toBytes(response.content());
            boolean isEmpty = body.length == 0 || request.method() == RestRequest.Method.HEAD;
            response.getHeaders().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            try (exchange) {
                exchange.sendResponseHeaders(response.status().getStatus(), isEmpty ? -1 : body.length);
                if (!isEmpty) exchange.getResponseBody().write(body);
            } catch (IOException error) {
                // Whoever asked is gone.
            }
        }
    }
}
