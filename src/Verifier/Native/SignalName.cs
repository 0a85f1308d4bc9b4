using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Verifier.Native;

/// <summary>The names of signals by their Linux numbers, which x86-64 and aarch64 share.</summary>
internal static class SignalName
{
    private static readonly ImmutableArray<string> Names =
    [
        "", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1", "SIGSEGV",
        "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD", "SIGCONT", "SIGSTOP", "SIGTSTP", "SIGTTIN",
        "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF", "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS",
    ];

    /// <summary>The name of signal <paramref name="number"/>.</summary>
    public static string Of(int number) =>
        number > 0 && number < Names.Length ? Names[number] : string.Create(CultureInfo.InvariantCulture, $"signal {number}");
}
