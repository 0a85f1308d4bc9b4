using System.Text;
using HpcVerify.TestKit;
using HpcVerify.Trainer.Model.Tokens;

namespace HpcVerify.Trainer.Tests.Model;

public sealed class TokenizerTests
{
    private static readonly string[] Corpus =
        [.. Directory.EnumerateFiles(Repository.PathOf("corpus/matmul/accept"), "*.c").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private readonly Tokenizer _tokenizer = Tokenizer.Learn(Corpus, 1024);

    [Fact]
    public void KernelsComeBackExactly()
    {
        var kernels = Directory.EnumerateFiles(Repository.PathOf("corpus"), "*.c", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        Assert.True(kernels.Count > 100);
        Assert.All(kernels, kernel => Assert.Equal(kernel, _tokenizer.Decode(_tokenizer.Encode(kernel))));
    }

    [Fact]
    public void AnyTextComesBackExactly()
    {
        var random = new Rng(1);
        string[] parts = ["\n", " ", "\t", "\r\n", "for", "__m512d", "0x1F", "1e-9", "é", "漢", "😀", "\0", "\u007f", "\u00ff", "<bos>", "<end>", ";}", "a.b", "  ", "'\\n'"];
        for (var text = 0; text < 2000; text++)
        {
            var written = string.Concat(Enumerable.Range(0, random.Below(30)).Select(_ => random.Below(3) == 0 ? char.ConvertFromUtf32(random.Below(0xD800)) : parts[random.Below(parts.Length)]));

            Assert.Equal(written, _tokenizer.Decode(_tokenizer.Encode(written)));
        }
    }

    [Theory]
    [InlineData("<begin><end>")]
    [InlineData("<bos></s><|endoftext|>")]
    [InlineData("\0\u0001\u0002\u0003\u0004")]
    public void NoTextIsReadAsAMark(string text) =>
        Assert.All(_tokenizer.Encode(text), token => Assert.True(token > Enum.GetValues<Mark>().Max(mark => (int)mark)));

    [Fact]
    public void MarksStandForNoText() =>
        Assert.Equal("int i;", _tokenizer.Decode([_tokenizer[Mark.Begin], .. _tokenizer.Encode("int i;"), _tokenizer[Mark.Response], _tokenizer[Mark.End]]));

    [Fact]
    public void MarksAreShownByName() => Assert.Equal("<response>", _tokenizer.Describe(_tokenizer[Mark.Response]));

    /// <summary>The text that tokens stand for, cut where tokens are cut.</summary>
    [Theory]
    [InlineData("    for (int i = 0; i < 64; i++) {\n        sum", "   | for| (|int| i| =| 0|;| i| <| 64|;| i|++)| {|\n        |sum")]
    [InlineData("return  0;\n\n}", "return| | 0|;|\n|\n|}")]
    [InlineData("#pragma omp parallel for", "#|pragma| omp| parallel| for")]
    [InlineData(" = _mm512_setzero_pd();", " =| _mm512_setzero_pd|();")]
    [InlineData("xyz_zy", "x|y|z|_|z|y")]
    [InlineData("ü", "\uFFFD|\uFFFD")]
    public void TextIsCutIntoLexemes(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', _tokenizer.Encode(text).Select(_tokenizer.Describe)));

    /// <summary>Phrases end with their line, and never hold part of a lexeme.</summary>
    [Theory]
    [InlineData("    if (int i = 0; x++) {\n        sum += x;\n", "   | if| (int i = 0;| |x|++)| {|\n        |sum +=| |x|;|\n")]
    [InlineData("while (int ii = 0;", "while| (int| ii| =| 0|;")]
    public void LexemesThatOftenStandTogetherAreOneToken(string text, string expected)
    {
        var tokenizer = Tokenizer.Learn([.. Enumerable.Repeat("    for (int i = 0;\nwhile (int i = 0;\n64; i++) {\nsum += 1\nsum += 2\nint ii", 10)], 1024, 100);

        Assert.Equal(expected, string.Join('|', tokenizer.Encode(text).Select(tokenizer.Describe)));
        Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));
    }

    [Fact]
    public void PhrasesShortenKernelsAndNothingElse()
    {
        var phrased = Tokenizer.Learn([.. Corpus, .. Corpus], 1536, 512);

        Assert.True(phrased.Count <= 1536);
        Assert.Equal(phrased.Lexemes.AsEnumerable(), Tokenizer.Learn([.. Corpus.Reverse(), .. Corpus], 1536, 512).Lexemes);
        Assert.All(Corpus, kernel => Assert.Equal(kernel, phrased.Decode(phrased.Encode(kernel))));
        Assert.True(Corpus.Sum(kernel => phrased.Encode(kernel).Length) < 0.7 * Corpus.Sum(kernel => _tokenizer.Encode(kernel).Length));
    }

    [Fact]
    public void OrderOfTheCorpusDoesNotMatter() =>
        Assert.Equal(_tokenizer.Lexemes.AsEnumerable(), Tokenizer.Learn([.. Corpus.Reverse()], 1024).Lexemes);

    [Fact]
    public void VocabularyIsNoLargerThanAskedFor()
    {
        Assert.Equal(1024, _tokenizer.Count);
        Assert.True(Tokenizer.Learn([], 4096).Count < 1024);
    }

    [Fact]
    public void KernelsAreShortInTokens()
    {
        var (bytes, tokens) = (Corpus.Sum(Encoding.UTF8.GetByteCount), Corpus.Sum(text => _tokenizer.Encode(text).Length));

        Assert.True(bytes > 2.5 * tokens, $"{bytes} bytes are {tokens} tokens");
    }

    [Fact]
    public void FileHoldsTheWholeVocabulary()
    {
        using var file = new Scratch(TokenizerFile.Write(_tokenizer));
        var (read, problem) = TokenizerFile.Read(file.Path);

        Assert.Null(problem);
        Assert.Equal(_tokenizer.Lexemes.AsEnumerable(), read!.Lexemes);
        Assert.Equal(_tokenizer.Encode(Corpus[0]).AsEnumerable(), read.Encode(Corpus[0]));
        Assert.Equal(TokenizerFile.Fingerprint(_tokenizer), TokenizerFile.Fingerprint(read));
    }

    [Theory]
    [InlineData("""{"format": "hpcverify-tokenizer-1", "lexemes": ["ab", "ab"]}""", "'ab' is there twice")]
    [InlineData("""{"format": "hpcverify-tokenizer-1", "lexemes": ["a"]}""", "two or more ASCII characters")]
    [InlineData("""{"format": "hpcverify-tokenizer-1", "lexemes": ["äß"]}""", "two or more ASCII characters")]
    [InlineData("""{"format": "bpe", "lexemes": []}""", "'bpe' cannot be read")]
    [InlineData("""{"format": "hpcverify-tokenizer-1"}""", "lexemes")]
    [InlineData("""{"format": "hpcverify-tokenizer-1", "lexemes": [null]}""", "null")]
    [InlineData("[]", ":1:1:")]
    [InlineData("", "")]
    public void FilesThatAreNoVocabularyAreRefusedInASentence(string content, string reason)
    {
        using var file = new Scratch(content);
        var (tokenizer, problem) = TokenizerFile.Read(file.Path);

        Assert.Null(tokenizer);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
        Assert.Contains(file.Path, problem, StringComparison.Ordinal);
    }
}
