using System.Text;
using System.Text.Json;
using HpcVerify.Parser.Json;
using HpcVerify.Server.Formats;
using Microsoft.AspNetCore.Http;

namespace HpcVerify.Server;

/// <summary>Reads the body of a request, or says in a sentence why it cannot be read.</summary>
internal static class RequestBody
{
    /// <summary>Bytes up to which a mistake is looked for by reading all again; of what is longer, the reader's own place has to do.</summary>
    private const int LongestExplained = 1 << 20;

    public static async Task<(T? Value, Problem? Problem)> Read<T>(HttpContext context, JsonSerializerOptions options)
        where T : class
    {
        using var body = new MemoryStream();
        try
        {
            // As a whole: the reader of streams holds the longest value in pooled memory, which stays.
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var (value, problem) = Parse<T>(UnicodeText.Mended(body.GetBuffer().AsSpan(0, (int)body.Length)), options);
            return value is null ? (null, Problem.BadRequest($"the body is no such request: {problem}")) : (value, null);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, new(exception.StatusCode, "The request cannot be read", exception.Message));
        }
    }

    /// <summary>What JSON says, or what is wrong with it: where, and what belongs there.</summary>
    public static (T? Value, string? Problem) Parse<T>(ReadOnlySpan<byte> json, JsonSerializerOptions options)
        where T : class
    {
        var text = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        try
        {
            return JsonSerializer.Deserialize<T>(text, options) is { } value ? (value, null) : (null, "it is 'null' and has to be an object");
        }
        catch (JsonException exception)
        {
            return (null, text.Length > LongestExplained
                ? FormattableString.Invariant($"line {(exception.LineNumber ?? 0) + 1}, at '{exception.Path}': what is there does not belong there")
                : $"line {JsonFile.MistakeIn(Encoding.UTF8.GetString(text), typeof(T), exception, ServerJson.WithoutConverters(options))}");
        }
        catch (InvalidOperationException)
        {
            return (null, "a key is no Unicode text");
        }
    }
}
