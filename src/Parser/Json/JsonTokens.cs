using System.Text;
using System.Text.Json;

namespace HpcVerify.Parser.Json;

/// <summary>A JSON text as tokens that know where they stand, so that a complaint about one can say it.</summary>
internal sealed class JsonTokens
{
    private readonly byte[] _text;
    private readonly List<(JsonTokenType Type, int Start, int Length)> _tokens = [];

    private JsonTokens(byte[] text) => _text = text;

    /// <summary>Where the text stops being JSON, as an index; null where it is JSON to its end.</summary>
    public int? Break { get; private set; }

    /// <summary>The most brackets within each other.</summary>
    public int Depth { get; private set; }

    public static JsonTokens Of(string text, JsonSerializerOptions options)
    {
        var tokens = new JsonTokens(Encoding.UTF8.GetBytes(text));
        var reader = new Utf8JsonReader(tokens._text, new JsonReaderOptions { AllowTrailingCommas = options.AllowTrailingCommas, CommentHandling = options.ReadCommentHandling, MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                tokens.Depth = Math.Max(tokens.Depth, reader.CurrentDepth);
                tokens._tokens.Add((reader.TokenType, start, (int)reader.BytesConsumed - start));
            }
        }
        catch (JsonException exception)
        {
            tokens.Break = tokens.OffsetOf(exception);
        }

        return tokens;
    }

    public JsonTokenType TypeOf(int token) => _tokens[token].Type;

    /// <summary>A token as it is written.</summary>
    public string Written(int token) => Encoding.UTF8.GetString(_text, _tokens[token].Start, _tokens[token].Length);

    /// <summary>The characters that a key or a string stands for.</summary>
    public string Meant(int token)
    {
        var reader = new Utf8JsonReader(_text.AsSpan(_tokens[token].Start), isFinalBlock: false, default);
        reader.Read();
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair stands for no character.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    /// <summary>The first token behind the value that begins with one.</summary>
    public int Behind(int token)
    {
        var depth = 0;
        do
        {
            depth += TypeOf(token) switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
            token++;
        }
        while (depth > 0);
        return token;
    }

    /// <summary>The last token that begins before an index.</summary>
    public int Before(int offset) => Math.Max(0, _tokens.FindLastIndex(token => token.Start < offset));

    /// <summary>Where a token begins, as <c>line:column</c>, both counted from 1.</summary>
    public string PlaceOf(int token) => PlaceAt(_tokens[token].Start);

    /// <summary>The same for an index.</summary>
    public string PlaceAt(int offset)
    {
        var before = _text.AsSpan(0, offset);
        return FormattableString.Invariant($"{before.Count((byte)'\n') + 1}:{Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1}");
    }

    /// <summary>What is left of the text from an index on.</summary>
    public string From(int offset) => Encoding.UTF8.GetString(_text, offset, _text.Length - offset);

    /// <summary>What an exception of the serializer takes for the place of a mistake, as an index.</summary>
    public int OffsetOf(JsonException exception)
    {
        var offset = 0;
        for (var line = exception.LineNumber ?? 0; line > 0 && _text.AsSpan(offset).IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            offset += end + 1;
        }

        return (int)Math.Min(_text.Length, offset + (exception.BytePositionInLine ?? 0));
    }
}
