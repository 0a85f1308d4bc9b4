using HpcVerify.Rewards.Receipts;

namespace HpcVerify.Cli;

/// <summary>The key of this user's receipts; made on first use, for its owner alone.</summary>
internal static class ReceiptKeyFile
{
    private const string Setting = "HPCVERIFY_KEY";

    /// <summary>The file that HPCVERIFY_KEY names, else one in the folder for configuration.</summary>
    public static string Path(Func<string, string?> variable) => variable(Setting) ?? System.IO.Path.Combine(
        variable("XDG_CONFIG_HOME") ?? System.IO.Path.Combine(variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"), "hpcverify", "receipt.key");

    public static (ReceiptKey? Key, string? Problem) Open(Func<string, string?> variable)
    {
        var path = Path(variable);
        var (pem, problem) = SecretFile.ReadOrMake(path, ReceiptKey.MakePem);
        return problem is not null ? (null, $"{problem} (another file can be named in {Setting})")
            : ReceiptKey.Read(pem!) is { } key ? (key, null)
            : (null, $"'{path}' holds no key");
    }
}
