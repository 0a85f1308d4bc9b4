using System.Diagnostics;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>
/// How alike two programs are, from 0 to 1, and 1 for a program and itself. All cases are positive semi-definite kernels: products of
/// such are again, and a program that is not known is like none but itself.
/// </summary>
public abstract record Similarity
{
    private Similarity() { }

    /// <summary>The matrix of all pairs.</summary>
    public double[,] Among(IReadOnlyList<ProgramEmbedding?> programs) => this switch
    {
        Radial radial => Filled(programs, radial.Between(programs)),
        Subtrees => Filled(programs, Subtrees.Between(programs)),
        Joint joint => Product(joint.First.Among(programs), joint.Second.Among(programs)),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// <c>exp(-|x - y|² / 2 h²)</c> on structural features. Without a bandwidth, h is the median distance of the pairs at hand
    /// that differ; then how alike two programs are depends on who else is there.
    /// </summary>
    public sealed record Radial(double? Bandwidth) : Similarity
    {
        internal Func<int, int, double> Between(IReadOnlyList<ProgramEmbedding?> programs)
        {
            var square = Bandwidth * Bandwidth ?? MedianSquare([.. programs.OfType<ProgramEmbedding>()]);
            return (row, column) => Math.Exp(-SquaredDistance(programs[row]!, programs[column]!) / (2 * square));
        }

        private static double MedianSquare(ProgramEmbedding[] programs)
        {
            double[] distances =
            [
                .. programs.SelectMany((first, index) => programs.Skip(index + 1).Select(second => SquaredDistance(first, second)))
                    .Where(distance => distance > 0).Order(),
            ];
            return distances.Length == 0 ? 1 : distances[distances.Length / 2];
        }

        private static double SquaredDistance(ProgramEmbedding first, ProgramEmbedding second) =>
            first.Features.Keys.Union(second.Features.Keys, StringComparer.Ordinal).Sum(name =>
                Math.Pow(first.Features.GetValueOrDefault(name) - second.Features.GetValueOrDefault(name), 2));
    }

    /// <summary>The cosine of the counts of subtrees: the Weisfeiler-Lehman subtree kernel, normalised.</summary>
    public sealed record Subtrees : Similarity
    {
        internal static Func<int, int, double> Between(IReadOnlyList<ProgramEmbedding?> programs)
        {
            double[] lengths = [.. programs.Select(program => program is null ? 1 : Math.Sqrt(Inner(program, program)))];
            return (row, column) => Math.Min(1, Inner(programs[row]!, programs[column]!) / lengths[row] / lengths[column]);
        }

        private static double Inner(ProgramEmbedding first, ProgramEmbedding second) =>
            first.Subtrees.Sum(count => (double)count.Value * second.Subtrees.GetValueOrDefault(count.Key));
    }

    /// <summary>Alike in both ways.</summary>
    public sealed record Joint(Similarity First, Similarity Second) : Similarity;

    private static double[,] Filled(IReadOnlyList<ProgramEmbedding?> programs, Func<int, int, double> similarity)
    {
        var matrix = new double[programs.Count, programs.Count];
        for (var row = 0; row < programs.Count; row++)
        {
            matrix[row, row] = 1;
            for (var column = 0; column < row && programs[row] is not null; column++)
            {
                matrix[row, column] = matrix[column, row] = programs[column] is null ? 0 : similarity(row, column);
            }
        }

        return matrix;
    }

    private static double[,] Product(double[,] first, double[,] second)
    {
        var product = (double[,])first.Clone();
        for (var row = 0; row < product.GetLength(0); row++)
        {
            for (var column = 0; column < product.GetLength(1); column++)
            {
                product[row, column] *= second[row, column];
            }
        }

        return product;
    }
}
