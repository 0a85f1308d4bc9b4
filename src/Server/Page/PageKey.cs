using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HpcVerify.Server.Page;

/// <summary>
/// Lets a browser look at the page and do nothing else. The key follows from the token, which does not follow from it: it may be in a link, because
/// who finds that in a history can read the page and cannot score. A browser gets it as a cookie, and goes on without it in its address.
/// </summary>
internal sealed class PageKey(string token)
{
    private const string Cookie = "hpcverify-page", Parameter = "key";

    private readonly Secret _key = new(Of(token));

    /// <summary>The link to the page of a service.</summary>
    public static Uri Link(Uri address, string token) => new(address, $"/?{Parameter}={Of(token)}");

    /// <summary>Whether a request is a look at the page by who has the key.</summary>
    public bool Admits(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && IsOfPage(request.Path) && _key.Is(request.Cookies[Cookie]);

    /// <summary>Gives the cookie to who comes by the link; false where it is not that link.</summary>
    public bool Welcome(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path != PageFiles.Root || !_key.Is(context.Request.Query[Parameter]))
        {
            return false;
        }

        context.Response.Cookies.Append(Cookie, Of(token), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = PageFiles.Root;
        return true;
    }

    /// <summary>Whether a path belongs to what the page shows.</summary>
    public static bool IsOfPage(PathString path) => path == PageFiles.Root || path.StartsWithSegments(PageFiles.Folder) || path.StartsWithSegments(Routes.ActivityRoutes.Path);

    private static string Of(string token) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "page"u8));
}
