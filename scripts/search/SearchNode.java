// Runs the real core of Elasticsearch 7.0.0 (Apache 2.0, inside the jar of PyPI's pyserini 0.7.2.0) as a single node for
// tests, with HTTP by the JDK and without a transport. Arguments: a folder of its own, a port on loopback.
import com.sun.net.httpserver.*;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.core.*;
import org.apache.lucene.analysis.cjk.*;
import org.apache.lucene.analysis.en.*;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.*;
import org.apache.lucene.analysis.ngram.*;
import org.apache.lucene.analysis.standard.*;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.cluster.node.DiscoveryNode;
import org.elasticsearch.common.bytes.*;
import org.elasticsearch.common.component.AbstractLifecycleComponent;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.lease.Releasable;
import org.elasticsearch.common.network.NetworkService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.transport.*;
import org.elasticsearch.common.util.*;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.common.xcontent.NamedXContentRegistry;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.*;
import org.elasticsearch.http.HttpRequest;
import org.elasticsearch.http.HttpResponse;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.*;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.node.*;
import org.elasticsearch.plugins.*;
import org.elasticsearch.rest.*;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.transport.*;

public class SearchNode extends Node {
    SearchNode(Environment e) { super(e, Arrays.asList(ShimPlugin.class, org.elasticsearch.join.ParentJoinPlugin.class), false); }
    public static void main(String[] a) throws Exception {
        Path home = Paths.get(a[0]).toAbsolutePath();
        Files.createDirectories(home.resolve("config"));
        Settings s = Settings.builder().put("path.home", home.toString()).put("cluster.name", "test").put("node.name",
                     "n1").put("discovery.type", "single-node")
                     .put("transport.type", "stub").put("http.type", "jdk").put("http.port", a[1]).put("network.host",
                             "127.0.0.1").put("cluster.routing.allocation.disk.threshold_enabled", false).build();
        Environment env = InternalSettingsPreparer.prepareEnvironment(s, Collections.emptyMap(), home.resolve("config"),
                          () -> "n1");
        Node n = new SearchNode(env).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { n.close(); } catch (IOException x) {} }));
        System.out.println("started");
        new CountDownLatch(1).await();
    }
    public static class ShimPlugin extends Plugin implements NetworkPlugin, AnalysisPlugin {
        public ShimPlugin() {}
        @Override public Map<String, Supplier<Transport>> getTransports(Settings s, ThreadPool t, PageCacheRecycler r,
                CircuitBreakerService c, NamedWriteableRegistry n, NetworkService ns) { return Collections.singletonMap("stub", Stub::new); }
        @Override public Map<String, Supplier<HttpServerTransport>> getHttpTransports(Settings s, ThreadPool t, BigArrays b,
                PageCacheRecycler r, CircuitBreakerService c, NamedXContentRegistry x, NetworkService ns,
                HttpServerTransport.Dispatcher d) {
            return Collections.singletonMap("jdk", () -> new Http(Integer.parseInt(s.get("http.port")), t, x, d));
        }
        static AnalysisProvider<TokenFilterFactory> f(BiFunction<Settings, TokenStream, TokenStream> mk) {
            return (is, env, name, st) -> new AbstractTokenFilterFactory(is, name, st) {
                public TokenStream create(TokenStream in) { return mk.apply(st, in); }
            };
        }
        static AnalysisProvider<TokenizerFactory> t(Function<Settings, Tokenizer> mk) {
            return (is, env, name, st) -> new AbstractTokenizerFactory(is, st) {
                public Tokenizer create() { return mk.apply(st); }
            };
        }
        @Override public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
            Map<String, AnalysisProvider<TokenFilterFactory>> m = new HashMap<>();
            m.put("asciifolding", f((s, i) -> new ASCIIFoldingFilter(i, s.getAsBoolean("preserve_original", false))));
            m.put("cjk_width", f((s, i) -> new CJKWidthFilter(i)));
            m.put("elision", f((s, i) -> new ElisionFilter(i, FrenchAnalyzer.DEFAULT_ARTICLES)));
            m.put("trim", f((s, i) -> new TrimFilter(i)));
            m.put("porter_stem", f((s, i) -> new PorterStemFilter(i)));
            m.put("stemmer", f((s, i) -> { String l = s.get("language", s.get("name", "porter")); if (l.equals("possessive_english")) return new EnglishPossessiveFilter(i); if (l.equals("english") || l.equals("porter")) return new PorterStemFilter(i); throw new IllegalArgumentException("stemmer " + l + " not in shim"); }));
            m.put("word_delimiter_graph", f((s, i) -> new WordDelimiterGraphFilter(i,
                                            WordDelimiterGraphFilter.GENERATE_WORD_PARTS | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS |
                                            WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS |
                                            WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE, null)));
            return m;
        }
        @Override public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
            Map<String, AnalysisProvider<TokenizerFactory>> m = new HashMap<>();
            m.put("keyword", t(s -> new KeywordTokenizer()));
            m.put("whitespace", t(s -> new WhitespaceTokenizer()));
            m.put("uax_url_email", t(s -> new UAX29URLEmailTokenizer()));
            m.put("edge_ngram", t(s -> new EdgeNGramTokenizer(s.getAsInt("min_gram", 1), s.getAsInt("max_gram", 2))));
            m.put("ngram", t(s -> new NGramTokenizer(s.getAsInt("min_gram", 1), s.getAsInt("max_gram", 2))));
            return m;
        }
    }
    static BoundTransportAddress addr(int p) { TransportAddress t = new TransportAddress(InetAddress.getLoopbackAddress(), p); return new BoundTransportAddress(new TransportAddress[] {t}, t); }
    static class Stub extends AbstractLifecycleComponent implements Transport {
        final Map<String, RequestHandlerRegistry> h = new ConcurrentHashMap<>();
        final ResponseHandlers rh = new ResponseHandlers();
        public <R extends TransportRequest> void registerRequestHandler(RequestHandlerRegistry<R> r) { h.put(r.getAction(), r); }
        public RequestHandlerRegistry<? extends TransportRequest> getRequestHandler(String a) { return h.get(a); }
        public void addMessageListener(TransportMessageListener l) {}
        public boolean removeMessageListener(TransportMessageListener l) { return true; }
        public BoundTransportAddress boundAddress() { return addr(9300); }
        public Map<String, BoundTransportAddress> profileBoundAddresses() { return Collections.emptyMap(); }
        public TransportAddress[] addressesFromString(String s, int n) { return new TransportAddress[0]; }
        public List<String> getLocalAddresses() { return Collections.emptyList(); }
        public Releasable openConnection(DiscoveryNode n, ConnectionProfile p, ActionListener<Transport.Connection> l) { l.onFailure(new ConnectTransportException(n, "single node")); return () -> {}; }
        public TransportStats getStats() { return new TransportStats(0, 0, 0, 0, 0); }
        public ResponseHandlers getResponseHandlers() { return rh; }
        protected void doStart() {}
        protected void doStop() {}
        protected void doClose() {}
    }
    static class Http extends AbstractLifecycleComponent implements HttpServerTransport {
        final int port;
        final ThreadPool tp;
        final NamedXContentRegistry xr;
        final Dispatcher d;
        HttpServer srv;
        Http(int port, ThreadPool tp, NamedXContentRegistry xr, Dispatcher d) { this.port = port; this.tp = tp; this.xr = xr; this.d = d; }
        public BoundTransportAddress boundAddress() { return addr(port); }
        public HttpInfo info() { return new HttpInfo(boundAddress(), 100 << 20); }
        public HttpStats stats() { return new HttpStats(0, 0); }
        protected void doStart() { try { srv = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 256); srv.setExecutor(Executors.newFixedThreadPool(16)); srv.createContext("/", this::handle); srv.start(); } catch (IOException e) { throw new UncheckedIOException(e); } }
        protected void doStop() { srv.stop(0); }
        protected void doClose() {}
        void handle(HttpExchange x) throws IOException {
            InputStream in = x.getRequestBody();

            if ("gzip".equals(x.getRequestHeaders().getFirst("Content-Encoding"))) {
                in = new java.util.zip.GZIPInputStream(in);
            }

            byte[] body = in.readAllBytes();
            RestRequest.Method m;

            try {
                m = RestRequest.Method.valueOf(x.getRequestMethod());
            } catch (IllegalArgumentException e) {
                x.sendResponseHeaders(405, -1);
                x.close();
                return;
            }

            HttpRequest hr = new HttpRequest() {
                public RestRequest.Method method() { return m; }
                public String uri() { return x.getRequestURI().toString(); }
                public BytesReference content() { return new BytesArray(body); }
                public Map<String, List<String>> getHeaders() { return x.getRequestHeaders(); }
                public List<String> strictCookies() { return Collections.emptyList(); }
                public HttpVersion protocolVersion() { return HttpVersion.HTTP_1_1; }
                public HttpRequest removeHeader(String h) { return this; }
                public HttpResponse createResponse(RestStatus s, BytesReference c) { throw new UnsupportedOperationException(); }
            };
            HttpChannel hc = new HttpChannel() {
                public void sendResponse(HttpResponse r, ActionListener<Void> l) {}
                public InetSocketAddress getLocalAddress() { return x.getLocalAddress(); }
                public InetSocketAddress getRemoteAddress() { return x.getRemoteAddress(); }
                public void close() {}
                public void addCloseListener(ActionListener<Void> l) {}
                public boolean isOpen() { return true; }
            };
            RestRequest rq;
            boolean bad = false;
            Exception cause = null;

            try {
                rq = RestRequest.request(xr, hr, hc);
            } catch (Exception e) {
                bad = true;
                cause = e;
                rq = RestRequest.requestWithoutParameters(xr, new HttpRequest() {
                    public RestRequest.Method method() { return m; }
                    public String uri() { return "/"; }
                    public BytesReference content() { return BytesArray.EMPTY; }
                    public Map<String, List<String>> getHeaders() { return Collections.emptyMap(); }
                    public List<String> strictCookies() { return Collections.emptyList(); }
                    public HttpVersion protocolVersion() { return HttpVersion.HTTP_1_1; }
                    public HttpRequest removeHeader(String h) { return this; }
                    public HttpResponse createResponse(RestStatus s, BytesReference c) { return null; }
                }, hc);
            }

            RestChannel ch = new AbstractRestChannel(rq, true) {
                public void sendResponse(RestResponse r) {
                    try {
                        byte[] o = BytesReference.toBytes(r.content());
                        x.getResponseHeaders().set("Content-Type", r.contentType());
                        r.getHeaders().forEach((k, v) -> v.forEach(y -> x.getResponseHeaders().add(k, y)));
                        boolean head = m == RestRequest.Method.HEAD;
                        x.sendResponseHeaders(r.status().getStatus(), head || o.length == 0 ? -1 : o.length);

                        if (!head && o.length > 0) {
                            x.getResponseBody().write(o);
                        }
                    } catch (IOException e) {} finally {
                        x.close();
                    }
                }
            };
            ThreadContext tc = tp.getThreadContext();

            try
                (ThreadContext.StoredContext ig = tc.stashContext()) { if (bad) d.dispatchBadRequest(rq, ch, tc, cause); else d.dispatchRequest(rq, ch, tc); }
        }
    }
}
