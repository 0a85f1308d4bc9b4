using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// The paper's own check of §III-A: four corners, the centre and 100 random points of the output against the library's,
/// relative error at most 1e-6. Weaker than the componentwise comparison, and kept because the paper's reward is defined by it.
/// </summary>
internal static class SampledCheck
{
    private const int RandomPoints = 100;
    private const double RelativeTolerance = 1e-6;

    public static NativeVerdict Of(KernelTask task, TrialInput input, ulong seed, KernelSession candidate, KernelSession baseline) =>
        Of(task, input, seed, candidate, output => baseline.Read(input.ArgumentOf(output)), "library");

    /// <summary>The same against the reference, for a task without a library's answer.</summary>
    public static NativeVerdict OfReference(KernelTask task, TrialInput input, ulong seed, KernelSession candidate, ReferenceAnswer answer)
    {
        var outputs = input.Outputs.ToList();
        return Of(task, input, seed, candidate, output => answer.Outputs[outputs.IndexOf(output)], "reference");
    }

    private delegate ReadOnlySpan<byte> Expected(TrialBuffer output);

    private static NativeVerdict Of(
        KernelTask task, TrialInput input, ulong seed, KernelSession candidate, Expected expectedOf, string source)
    {
        foreach (var output in input.Outputs.Where(output => output.Contract.Element is CType.Floating { Kind: FloatingKind.Double }))
        {
            var actual = MemoryMarshal.Cast<byte, double>(candidate.Read(input.ArgumentOf(output)));
            var expected = MemoryMarshal.Cast<byte, double>(expectedOf(output));
            foreach (var point in Points(task, input.Sizes, actual.Length, seed))
            {
                if (!(Math.Abs(actual[point] - expected[point]) <= RelativeTolerance * Math.Abs(expected[point])))
                {
                    return NativeVerdict.Fail(
                        Level.Verification,
                        FormattableString.Invariant(
                            $"{output.Contract.Pointer.Name}[{point}] is {actual[point]:R} where the {source} has {expected[point]:R}"));
                }
            }
        }

        return NativeVerdict.Pass;
    }

    private static IEnumerable<int> Points(KernelTask task, Sizes sizes, int length, ulong seed)
    {
        if (length == 0)
        {
            return [];
        }

        // The row length: the second size parameter of a matrix task, otherwise one row.
        var columns = (int)(task.SizeNames.Skip(1).Select(name => sizes[name]).FirstOrDefault() ?? length);
        columns = Math.Clamp(columns, 1, length);
        var rows = length / columns;
        var generator = new DataGenerator(seed);
        return
        [
            0, columns - 1, (rows - 1) * columns, (rows * columns) - 1, (rows / 2 * columns) + (columns / 2),
            .. Enumerable.Range(0, RandomPoints).Select(_ => generator.Below(length)),
        ];
    }
}
