using System.Diagnostics;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Settings;

/// <summary>The least severe finding that makes <c>check</c> fail.</summary>
internal enum FailOn
{
    Error,
    Warning,
    Note,
}

/// <summary>Its word for people, and what it means.</summary>
internal static class FailOnWords
{
    public static string WordOf(FailOn failOn) => failOn.ToString().ToLowerInvariant();

    public static Severity SeverityOf(FailOn failOn) => failOn switch
    {
        FailOn.Error => Severity.Error,
        FailOn.Warning => Severity.Warning,
        FailOn.Note => Severity.Info,
        _ => throw new UnreachableException(),
    };
}
