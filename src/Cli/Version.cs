using System.Reflection;

namespace HpcVerify.Cli;

/// <summary>The version of this build.</summary>
internal static class Version
{
    public static string Current { get; } = typeof(Version).Assembly.GetName().Version?.ToString(3) ?? "";
}
