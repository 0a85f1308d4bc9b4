using System.Collections.Frozen;
using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Page;

/// <summary>The files of the page, which are part of this assembly. What they may do is said with each of them: nothing that is not from here.</summary>
internal static class PageFiles
{
    public const string Root = "/", Folder = "/page";

    private const string Index = "index.html", Prefix = "page/";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly FrozenDictionary<string, byte[]> Files =
        typeof(PageFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Prefix.Length..], Read);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, (HttpContext context) => Answer(context, Index)).ExcludeFromDescription();
        routes.MapGet($"{Folder}/{{name}}", (HttpContext context, string name) => Answer(context, name)).ExcludeFromDescription();
    }

    private static IResult Answer(HttpContext context, string name)
    {
        if (!Files.TryGetValue(name, out var bytes))
        {
            return Problem.NotFound("the page has no such file").ToResult();
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.Bytes(bytes, TypeOf(name));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => MediaTypeNames.Image.Svg,
        _ => MediaTypeNames.Application.Octet,
    };

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
