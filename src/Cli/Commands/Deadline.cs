using System.Globalization;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>
/// Gives reading a limited time (<see cref="BigStack.Within"/>).
/// </summary>
internal sealed class Deadline(TimeSpan limit, CancellationToken cancellation)
{
    private static readonly Rule Exceeded = new(
        "HV0018", Severity.Error, "Reading takes too long", "file could not be read within {0} s",
        "An ordinary kernel is read in milliseconds. A file that keeps the front end busy for longer than the limit is given up, "
        + "and is never given a level or a number. Look for macros that expand into each other, or for enormous tables.");

    /// <summary>What the call returned; nothing, and a finding, if it did not return in time.</summary>
    public Checked<T?> Run<T>(Func<T> call)
        where T : class
    {
        var (isDone, result) = BigStack.Within(call, limit, cancellation);
        return isDone ? new(result, []) : new(null, [Exceeded.At(default, limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture))]);
    }
}
