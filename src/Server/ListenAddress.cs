using System.Net;
using Microsoft.AspNetCore.Http;

namespace HpcVerify.Server;

/// <summary>Where a service can listen, as far as the text of an address says that: so that nothing is opened for one that cannot be.</summary>
public static class ListenAddress
{
    /// <summary>Why nobody can listen at an address, or at one of several with semicolons in between; null where the text does not say.</summary>
    public static string? ProblemOf(string text) =>
        text.Split(';').Select(Problem).FirstOrDefault(problem => problem is not null) is { } problem ? $"cannot listen at '{text}': {problem}" : null;

    private static string? Problem(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme != Uri.UriSchemeHttp ? "an address begins with 'http://': what is in front of the service may encrypt"
                : address.PathBase.Length > 0 ? $"'{address.PathBase}' is a path, and a service has all of them"
                : address.IsUnixPipe ? null
                : address.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort ? FormattableString.Invariant($"a port is from {IPEndPoint.MinPort} to {IPEndPoint.MaxPort}")
                : address.Host.Contains(':', StringComparison.Ordinal) && !address.Host.StartsWith('[') ? "what is behind the colon is no port"
                : null;
        }
        catch (FormatException)
        {
            return "an address is http://HOST:PORT";
        }
    }
}
