using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HpcVerify.Server.Formats;

/// <summary>
/// Reads texts of requests in memory of their own. The reader's own way takes a buffer as long as the text from a pool, for each
/// thread, and leaves it there: completions have escapes in them, and may be as long as a body.
/// </summary>
internal sealed class TextConverter : JsonConverter<string>
{
    private const int EscapedDigits = 4;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Text(ref reader) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Text(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static string Text(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? Unescaped(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>The reader has seen to it that behind each backslash is an escape.</summary>
    private static string Unescaped(ReadOnlySpan<byte> written)
    {
        var text = new StringBuilder();
        while (written.IndexOf((byte)'\\') is >= 0 and var end)
        {
            text.Append(Encoding.UTF8.GetString(written[..end]));
            var letter = (char)written[end + 1];
            written = written[(end + 2)..];
            if (letter == 'u')
            {
                text.Append((char)ushort.Parse(written[..EscapedDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                written = written[EscapedDigits..];
            }
            else
            {
                text.Append(letter switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => letter });
            }
        }

        return text.Append(Encoding.UTF8.GetString(written)).ToString();
    }
}
