using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace HpcVerify.Trainer.Model.Tokens;

/// <summary>
/// Text as numbers and back. The vocabulary is marks, then all 256 bytes, then lexemes and phrases of them; what is neither is spelled with the longest ones that
/// fit, in the end with bytes, so that every text in UTF-8 comes back exactly.
/// </summary>
public sealed class Tokenizer
{
    private const int Bytes = 256;

    private static readonly int Marks = Enum.GetValues<Mark>().Length;

    private readonly FrozenDictionary<string, int> _tokens;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _tokenOf;
    private readonly int _longest;
    private readonly bool _hasPhrases;

    /// <param name="lexemes">Of ASCII characters, at least two each, none twice.</param>
    /// <exception cref="ArgumentException">They are not; the message says which.</exception>
    public Tokenizer(ImmutableArray<string> lexemes)
    {
        if (Problem(lexemes) is { } problem)
        {
            throw new ArgumentException(problem, nameof(lexemes));
        }

        Lexemes = lexemes;
        _tokens = Enumerable.Range(0, Bytes).Select(value => ((char)value).ToString()).Concat(lexemes)
            .Index().ToFrozenDictionary(item => item.Item, item => Marks + item.Index, StringComparer.Ordinal);
        _tokenOf = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = lexemes.Append("x").Max(lexeme => lexeme.Length);
        _hasPhrases = lexemes.Any(lexeme => Tokens.Lexemes.First(lexeme) < lexeme.Length);
    }

    /// <summary>What the vocabulary has beside marks and bytes, in the order of its tokens.</summary>
    public ImmutableArray<string> Lexemes { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count => Marks + Bytes + Lexemes.Length;

    /// <summary>
    /// A vocabulary for a corpus: the fixed lexemes, then those of the corpus that save most tokens over spelling them byte by byte, the first
    /// in the alphabet where several save as much, then phrases. The same texts, in whatever order, give the same vocabulary.
    /// </summary>
    /// <param name="size">How many tokens there are to be, marks and bytes included; fewer where the corpus has not so many.</param>
    /// <param name="phrases">How many of them may be several lexemes of a line in a row (<see cref="Phrases"/>).</param>
    public static Tokenizer Learn(IReadOnlyCollection<string> texts, int size, int phrases = 0)
    {
        var known = FixedLexemes.All.ToHashSet(StringComparer.Ordinal);
        var room = Math.Max(0, size - phrases - Marks - Bytes - known.Count);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var lexeme in texts.SelectMany(text => Tokens.Lexemes.Of(BytesOf(text))).Where(lexeme => lexeme.Length > 1 && Ascii.IsValid(lexeme) && !known.Contains(lexeme)))
        {
            counts[lexeme] = counts.GetValueOrDefault(lexeme) + 1;
        }

        var learnt = counts.Where(count => count.Value > 1)
            .OrderByDescending(count => count.Value * (count.Key.Length - 1)).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(room).Select(count => count.Key);
        return new([.. FixedLexemes.All.Concat(learnt).Concat(Phrases.Learn(texts, phrases)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What is wrong with lexemes, in a sentence; null where nothing is.</summary>
    public static string? Problem(ImmutableArray<string> lexemes) =>
        lexemes.FirstOrDefault(lexeme => lexeme.Length < 2 || !Ascii.IsValid(lexeme)) is { } odd ? $"the lexeme '{odd}' is not of two or more ASCII characters"
        : lexemes.GroupBy(lexeme => lexeme, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice ? $"the lexeme '{twice.Key}' is there twice"
        : null;

    public int this[Mark mark] => (int)mark;

    /// <summary>The tokens of a text; never a mark. Half a surrogate pair, which no UTF-8 has, is read as U+FFFD.</summary>
    public ImmutableArray<int> Encode(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<int>();
        ReadOnlySpan<char> rest = BytesOf(text);
        while (!rest.IsEmpty)
        {
            var length = Tokens.Lexemes.First(rest);
            if (LongestPhrase(rest, length) is { } phrase)
            {
                tokens.Add(phrase.Token);
                length = phrase.Length;
            }
            else
            {
                Spell(rest[..length], tokens);
            }

            rest = rest[length..];
        }

        return tokens.ToImmutable();
    }

    /// <summary>The longest row of whole lexemes of a line that is one token; null where there is none of two or more.</summary>
    private (int Token, int Length)? LongestPhrase(ReadOnlySpan<char> text, int first)
    {
        (int Token, int Length)? longest = null;
        if (_hasPhrases && text[0] != '\n')
        {
            for (var length = first; length < text.Length && text[length] != '\n';)
            {
                length += Tokens.Lexemes.First(text[length..]);
                if (length > _longest)
                {
                    break;
                }

                if (_tokenOf.TryGetValue(text[..length], out var token))
                {
                    longest = (token, length);
                }
            }
        }

        return longest;
    }

    /// <summary>The text that tokens stand for; marks stand for none. Bytes that are no UTF-8, which a model may write, become U+FFFD.</summary>
    public string Decode(IEnumerable<int> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            Append(text, token);
        }

        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text.ToString()));
    }

    /// <summary>One token as people read it, with a mark's name in angle brackets.</summary>
    public string Describe(int token) => token < Marks ? $"<{((Mark)token).ToString().ToLowerInvariant()}>" : Decode([token]);

    private static string BytesOf(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private void Append(StringBuilder text, int token)
    {
        if (token < 0 || token >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(token), $"{token} is none of the {Count} tokens");
        }

        _ = token < Marks ? text : token < Marks + Bytes ? text.Append((char)(token - Marks)) : text.Append(Lexemes[token - Marks - Bytes]);
    }

    private void Spell(ReadOnlySpan<char> lexeme, ImmutableArray<int>.Builder tokens)
    {
        while (!lexeme.IsEmpty)
        {
            var length = Math.Min(_longest, lexeme.Length);
            int token;
            while (!_tokenOf.TryGetValue(lexeme[..length], out token))
            {
                length--;
            }

            tokens.Add(token);
            lexeme = lexeme[length..];
        }
    }
}
