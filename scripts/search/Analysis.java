import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.standard.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.AbstractTokenizerFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/** The filters and tokenizers that Mastodon's indexes name; Elasticsearch ships them as a module, which is not here. */
public final class Analysis extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        Map<String, AnalysisProvider<TokenFilterFactory>> filters = new LinkedHashMap<>();
        filters.put("trim", filter((settings, words) -> new TrimFilter(words)));
        filters.put("cjk_width", filter((settings, words) -> new CJKWidthFilter(words)));
        filters.put("porter_stem", filter((settings, words) -> new PorterStemFilter(words)));
        filters.put("stemmer", filter((settings, words) -> stemmer(settings.get("language", "porter"), words)));
        filters.put("elision", filter((settings, words) -> new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES)));
        filters.put("asciifolding", filter((settings, words) ->
            new ASCIIFoldingFilter(words, settings.getAsBoolean("preserve_original", false))));
        filters.put("word_delimiter_graph", filter((settings, words) -> wordDelimiter(words)));
        return filters;
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        Map<String, AnalysisProvider<TokenizerFactory>> tokenizers = new LinkedHashMap<>();
        tokenizers.put("keyword", tokenizer(settings -> new KeywordTokenizer()));
        tokenizers.put("whitespace", tokenizer(settings -> new WhitespaceTokenizer()));
        tokenizers.put("uax_url_email", tokenizer(settings -> new UAX29URLEmailTokenizer()));
        tokenizers.put("ngram", tokenizer(settings -> new NGramTokenizer(least(settings), most(settings))));
        tokenizers.put("edge_ngram", tokenizer(settings -> new EdgeNGramTokenizer(least(settings), most(settings))));
        return tokenizers;
    }

    private static TokenStream stemmer(String language, TokenStream words) {
        return switch (language) {
            case "english", "porter" -> new PorterStemFilter(words);
            case "possessive_english" -> new EnglishPossessiveFilter(words);
            default -> throw new IllegalArgumentException("there is no stemmer for " + language + " here");
        };
    }

    private static TokenStream wordDelimiter(TokenStream words) {
        int rules = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
            | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS
            | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;
        return new WordDelimiterGraphFilter(words, rules, null);
    }

    private static int least(Settings settings) {
        return settings.getAsInt("min_gram", 1);
    }

    private static int most(Settings settings) {
        return settings.getAsInt("max_gram", 2);
    }

    private static AnalysisProvider<TokenFilterFactory> filter(BiFunction<Settings, TokenStream, TokenStream> make) {
        return (index, environment, name, settings) -> new AbstractTokenFilterFactory(index, name, settings) {
            @Override
            public TokenStream create(TokenStream words) {
                return make.apply(settings, words);
            }
        };
    }

    private static AnalysisProvider<TokenizerFactory> tokenizer(Function<Settings, Tokenizer> make) {
        return (index, environment, name, settings) -> new AbstractTokenizerFactory(index, settings) {
            @Override
            public Tokenizer create() {
                return make.apply(settings);
            }
        };
    }
}
