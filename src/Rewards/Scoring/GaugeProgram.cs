using System.Collections.Immutable;
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
        toolchain.BuildTrusted(EmbeddedSource.Read(typeof(GaugeProgram).Assembly, "gauge.c"), Flags, [], cancellation) is not CompileOutcome.Compiled built ? (null, "the gauge does not build")
        : toolchain.Start(built.Path, EntryPoint, options, cancellation) is SessionStart.Running { Session: var session } ? (session, null)
        : (null, "the gauge cannot be loaded");
}
