using System.Collections.Immutable;
using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>A random kernel and its task, as C.</summary>
/// <param name="Specification">Prototype, contract, and as the reference the same kernel without what was put into it.</param>
/// <param name="Faults">How many places were put wrong, which need not be defects at any size.</param>
public sealed record AffineKernel(string Specification, string Code, int Faults);

/// <summary>Writes random affine kernels; docs/soundness-alarms.md has the grammar.</summary>
public static class AffineKernels
{
    public const string Name = "cross";

    public const string Entry = "cross_optimized";

    private const string Includes = "#include <limits.h>\n#include <omp.h>\n#include <stdlib.h>\n#include <string.h>\n";

    /// <summary>The kernel that a seed stands for. Two in three have something put wrong, which often harms nothing.</summary>
    public static AffineKernel Write(int seed)
    {
        var isFaulty = !new Choice(seed, "").OneIn(3);
        var (frame, right, _) = Function(seed, isFaulty: false, Name + "_reference");
        var (_, kernel, faults) = Function(seed, isFaulty, Entry);
        var includes = right.Contains("_mm256", StringComparison.Ordinal) ? $"#include <immintrin.h>\n{Includes}" : Includes;
        var specification = $"{includes}#include <hpcverify.h>\nvoid {Entry}({frame.Parameters});\nvoid {Name}_contract({frame.Parameters})\n{{\n    {frame.Contract}\n}}\n{right}";
        return new(specification, includes + kernel, faults);
    }

    private static (AffineFrame Frame, string Code, int Faults) Function(int seed, bool isFaulty, string name)
    {
        const int OtherSeed = 1_000_003;
        var choice = new Choice(seed, "of");
        var slips = new Slips(unchecked(seed + OtherSeed), isFaulty);
        var frame = new AffineFrame(choice);
        var passes = new Passes(choice, slips, frame);
        var body = new List<string>();
        body.AddRange(Head(choice, slips, frame));
        for (var left = choice.OneIn(4) ? 2 : 1; left > 0; left--)
        {
            body.Add(passes.Any());
        }

        return (frame, $"{string.Concat(passes.Helpers.Select(helper => helper + "\n"))}void {name}({frame.Parameters})\n{{\n{string.Join('\n', body)}\n}}\n", slips.Made);
    }

    /// <summary>What comes before the passes: ways out at small sizes, and arithmetic that may not fit.</summary>
    private static ImmutableArray<string> Head(Choice choice, Slips slips, AffineFrame frame)
    {
        var size = choice.Of<string>([.. frame.Sizes]);
        var early = slips.Or($"if ({size} < 0) return;", $"if ({size} < 3) return;", $"if ({size} == 5) return;", $"if ({size} % 4 != 0) return;");
        var wide = $"const {frame.SizeType} wide = {size} * {slips.Or("1000", "300000000", "-500000000")}; (void)wide;";
        return choice.Below(5) switch
        {
            0 or 1 => [early],
            2 => [wide],
            _ => [],
        };
    }
}
