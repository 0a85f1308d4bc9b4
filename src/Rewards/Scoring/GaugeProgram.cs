using System.Collections.Immutable;
using System.Text;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// Work of ours that is always the same: run between timed runs, its times say how the machine changed meanwhile. It takes about a millisecond.
/// </summary>
internal static class GaugeProgram
{
    private const string EntryPoint = "gauge";

    /// <summary>256 KiB: the second level of caches holds them.</summary>
    private const int Elements = 1 << 15;

    private const long Rounds = 50;
    private static readonly ImmutableArray<string> Flags = ["-O3", "-fopenmp", "-std=gnu17", "-fPIC", "-shared"];

    /// <summary>One run.</summary>
    public static CallRequest Request { get; } = new(
        [Argument.Of<double>(new double[Elements], BufferAccess.Output, 64, BufferLayout.EndsAtGuard), new Argument.Integer(Elements), new Argument.Integer(Rounds)],
        ReturnClass.Integer);

    /// <summary>Builds and loads it.</summary>
    public static (KernelSession? Session, string? Error) Open(Toolchain toolchain, SessionOptions options, CancellationToken cancellation) =>
        toolchain.BuildTrusted(Source(), Flags, [], cancellation) is not CompileOutcome.Compiled built ? (null, "the gauge does not build")
        : toolchain.Start(built.Path, EntryPoint, options, cancellation) is SessionStart.Running { Session: var session } ? (session, null)
        : (null, "the gauge cannot be loaded");

    private static string Source()
    {
        using var stream = typeof(GaugeProgram).Assembly.GetManifestResourceStream("gauge.c") ?? throw new InvalidOperationException("resource 'gauge.c' is not in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
