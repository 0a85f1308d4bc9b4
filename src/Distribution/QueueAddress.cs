using System.Globalization;

namespace HpcVerify.Distribution;

/// <summary>Where a broker is, and as whom to speak to it. As text it has neither user name nor password, so that it may be printed.</summary>
public sealed record QueueAddress
{
    private const string Encrypted = "amqps";
    private const int UsualPort = 5672, UsualEncryptedPort = 5671;

    private QueueAddress(Uri uri) => Uri = uri;

    /// <summary>With its credentials.</summary>
    internal Uri Uri { get; }

    private int Port => Uri.Port > 0 ? Uri.Port : Uri.Scheme == Encrypted ? UsualEncryptedPort : UsualPort;

    /// <summary>The address, or the sentence that says what one looks like; the sentence does not repeat the text, which may hold a password.</summary>
    public static (QueueAddress? Address, string? Problem) Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or Encrypted && uri.Host.Length > 0 && uri.Segments.Length <= 2 && uri.Query.Length == 0 && uri.Fragment.Length == 0
            && uri.UserInfo.Count(character => character == ':') <= 1
            ? (new(uri), null)
            : (null, "the address of a broker is amqp://[user:password@]host[:port][/virtual-host], or the same with amqps:// where it is encrypted");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Uri.Scheme}://{Uri.Host}:{Port}{(Uri.AbsolutePath == "/" ? "" : Uri.AbsolutePath)}");
}
