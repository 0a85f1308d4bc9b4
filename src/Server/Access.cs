using System.Net.Http.Headers;
using System.Text;
using HpcVerify.Server.Page;
using Microsoft.AspNetCore.Http;

namespace HpcVerify.Server;

/// <summary>
/// Lets in who knows the token: as <c>Authorization: Bearer</c>, or as the password of <c>Basic</c>, because some trainers can be given
/// nothing but a URL (<c>http://any:TOKEN@host:port/…</c>). Who has the key of the page may look at that. All others are told about health and nothing else.
/// </summary>
internal sealed class Access(string token)
{
    private readonly PageKey _page = new(token);
    private readonly Secret _token = new(token);

    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (IsHealth(context.Request.Path) || IsKnown(context.Request.Headers.Authorization.ToString()) || _page.Admits(context.Request))
        {
            await next(context);
            return;
        }

        if (_page.Welcome(context))
        {
            return;
        }

        context.Response.Headers.WWWAuthenticate = new(["Bearer", "Basic realm=\"hpcverify\""]);
        await new Problem(StatusCodes.Status401Unauthorized, "Who asks is not known", "send 'Authorization: Bearer TOKEN', or the token as the password in the URL").Write(context);
    }

    private static bool IsHealth(PathString path) => path == Routes.HealthRoutes.Live || path == Routes.HealthRoutes.Ready;

    private bool IsKnown(string header) => AuthenticationHeaderValue.TryParse(header, out var given) && _token.Is(SecretOf(given));

    private static string? SecretOf(AuthenticationHeaderValue given) =>
        given.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? given.Parameter
        : given.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) ? PasswordOf(given.Parameter ?? "")
        : null;

    private static string? PasswordOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return Convert.TryFromBase64String(credentials, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length) is var pair && pair.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
            ? pair[(colon + 1)..]
            : null;
    }
}
