using System.Collections.Immutable;

namespace HpcVerify.Detectors.Techniques;

/// <summary>A stage of staged optimisation: which of the five techniques of Table I a kernel may use.</summary>
public sealed record Stage(int Number, ImmutableArray<string> Allowed)
{
    /// <summary>What Table I looks for; register and cache blocking are never violations.</summary>
    private static readonly ImmutableArray<string> Watched = ["simd", "openmp-threads", "prefetch"];

    /// <summary>Table I of "Improving HPC Code Generation Capability of LLMs", row by row.</summary>
    public static readonly ImmutableArray<Stage> All =
    [
        new(1, ["register-blocking"]),
        new(2, ["register-blocking", "cache-blocking"]),
        new(3, ["register-blocking", "cache-blocking", "simd"]),
        new(4, ["register-blocking", "cache-blocking", "simd", "openmp-threads"]),
        new(5, ["register-blocking", "cache-blocking", "simd", "openmp-threads", "prefetch"]),
        new(6, ["register-blocking", "cache-blocking", "simd", "openmp-threads", "prefetch"]),
    ];

    /// <summary>The stage of that number; null where none has it.</summary>
    public static Stage? Numbered(int? number) => All.SingleOrDefault(stage => stage.Number == number);

    /// <summary>What is an error in this stage: its column <em>violations detected</em>.</summary>
    public ImmutableArray<string> Forbidden => [.. Watched.Except(Allowed)];
}
