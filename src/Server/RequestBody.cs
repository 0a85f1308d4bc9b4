using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HpcVerify.Server;

/// <summary>Reads the body of a request, or says in a sentence why it cannot be read.</summary>
internal static class RequestBody
{
    public static async Task<(T? Value, Problem? Problem)> Read<T>(HttpContext context, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, options, context.RequestAborted) is { } value
                ? (value, null)
                : (null, Problem.BadRequest("the body is 'null', and has to be an object"));
        }
        catch (JsonException exception)
        {
            return (null, Problem.BadRequest(Sentence(exception)));
        }
        catch (InvalidOperationException exception)
        {
            return (null, Problem.BadRequest($"the body is not JSON: {exception.Message}"));
        }
        catch (BadHttpRequestException exception)
        {
            return (null, new(exception.StatusCode, "The request cannot be read", exception.Message));
        }
    }

    /// <summary>The library's own words end with a path, a line and a place within it.</summary>
    private static string Sentence(JsonException exception)
    {
        var what = exception.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');
        var where = exception.Path is { Length: > 0 } path && path != "$" ? $"at {path}, " : "";
        return FormattableString.Invariant($"the body is no such request: {where}line {(exception.LineNumber ?? 0) + 1}: {what}");
    }
}
