using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Variants;

/// <summary>What may be wrong with a kernel: the mistakes that people and models make, one each.</summary>
public enum Fault
{
    None,

    /// <summary>Elements that fill no whole block are left out.</summary>
    MissingRemainder,

    /// <summary>The outermost loop ends one row early.</summary>
    ShortLoop,

    /// <summary>The outermost loop does one row too many.</summary>
    LongLoop,

    /// <summary>Cache blocks are taken to be whole at the edge.</summary>
    UnclampedTile,

    /// <summary>The last vector is loaded and stored without its mask.</summary>
    MissingMask,

    /// <summary>Rows are stepped through with the length of another matrix's.</summary>
    WrongStride,

    /// <summary>An accumulator goes on from the element before.</summary>
    NotReset,

    /// <summary>An accumulator begins with whatever was there.</summary>
    Uninitialised,

    /// <summary>What is added to was never cleared.</summary>
    NotCleared,

    /// <summary>A variable of the inner loop is shared by all threads.</summary>
    MissingPrivate,

    /// <summary>The sum of all threads is no reduction.</summary>
    MissingReduction,

    /// <summary>The innermost loop never advances.</summary>
    NoAdvance,

    /// <summary>A semicolon is missing.</summary>
    MissingSemicolon,

    /// <summary>A closing brace is missing.</summary>
    MissingBrace,

    /// <summary>A name that nothing declares.</summary>
    Undeclared,

    /// <summary>The header of the intrinsics is missing.</summary>
    MissingHeader,

    /// <summary>A library does the work.</summary>
    Library,

    /// <summary>The function has another name.</summary>
    Renamed,
}

/// <summary>What is known of a fault beforehand.</summary>
/// <param name="Rung">The rung of the ladder a kernel with it falls to.</param>
/// <param name="NeedsProof">Whether tests may miss it (a race, an indeterminate value), so that it shows for certain only where kernels are proved.</param>
/// <param name="Feedback">What whoever corrects it is told.</param>
public sealed record FaultKind(Fault Fault, Level Rung, bool NeedsProof, string Feedback)
{
    /// <summary>Every fault but <see cref="Fault.None"/>.</summary>
    public static readonly ImmutableArray<FaultKind> All =
    [
        new(Fault.MissingRemainder, Level.Verification, false, "wrong result: elements past the last whole block are not written"),
        new(Fault.ShortLoop, Level.Verification, false, "wrong result: the last row is not written"),
        new(Fault.LongLoop, Level.Runtime, false, "segmentation fault: a row past the end is accessed"),
        new(Fault.UnclampedTile, Level.Runtime, false, "segmentation fault: a block reaches past the end"),
        new(Fault.MissingMask, Level.Runtime, false, "segmentation fault: the last vector reaches past the end"),
        new(Fault.WrongStride, Level.Runtime, false, "segmentation fault: a row is stepped through by the wrong length"),
        new(Fault.NotReset, Level.Verification, false, "wrong result: the sum goes on from the element before"),
        new(Fault.Uninitialised, Level.Verification, true, "wrong result: the sum has no initial value"),
        new(Fault.NotCleared, Level.Verification, false, "wrong result: the output is added to and was never cleared"),
        new(Fault.MissingPrivate, Level.Verification, true, "data race: threads share a variable"),
        new(Fault.MissingReduction, Level.Verification, true, "data race: threads add to one sum"),
        new(Fault.NoAdvance, Level.Timeout, false, "timeout: a loop never advances"),
        new(Fault.MissingSemicolon, Level.Compile, false, "compile error: expected ';'"),
        new(Fault.MissingBrace, Level.Compile, false, "compile error: expected '}'"),
        new(Fault.Undeclared, Level.Compile, false, "compile error: a name is undeclared"),
        new(Fault.MissingHeader, Level.Compile, false, "compile error: a vector type is unknown"),
        new(Fault.Library, Level.Library, false, "forbidden: a library does the work"),
        new(Fault.Renamed, Level.Format, false, "no function of the expected name"),
    ];

    /// <summary>What is known of a fault.</summary>
    public static FaultKind Of(Fault fault) => All.Single(kind => kind.Fault == fault);
}
