using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>
/// The normalised similarity operator of CG-MN: <c>S = (1 - t) I + t D⁻¹ K</c> with a similarity matrix K, its row sums D and a strength t
/// from 0 to 1. Each row adds up to 1, so that a row of S takes the mean of a quantity over the neighbours of a group.
/// </summary>
public sealed class SimilarityOperator
{
    private readonly double[,] _matrix;

    private SimilarityOperator(double[,] matrix, ImmutableArray<double> shares, double secondEigenvalue)
    {
        _matrix = matrix;
        Shares = shares;
        SecondEigenvalue = secondEigenvalue;
    }

    /// <summary>
    /// The part of each group in the mean that S leaves alone: its row sum of K over all of them. In the norm with these weights S is
    /// symmetric, and the distance from that mean shrinks by <see cref="SecondEigenvalue"/> at least.
    /// </summary>
    public ImmutableArray<double> Shares { get; }

    /// <summary>The greatest eigenvalue but the one that belongs to the mean; 1 where some groups have nothing in common with others, 0 for one group.</summary>
    public double SecondEigenvalue { get; }

    public int Size => Shares.Length;

    public double this[int row, int column] => _matrix[row, column];

    /// <summary>The operator of a symmetric matrix of similarities with ones on its diagonal.</summary>
    public static SimilarityOperator Of(double[,] similarities, double strength)
    {
        var size = similarities.GetLength(0);
        double[] sums = [.. Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size).Sum(column => similarities[row, column]))];
        var (matrix, symmetric) = (new double[size, size], new double[size, size]);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var rest = row == column ? 1 - strength : 0;
                matrix[row, column] = rest + (strength * similarities[row, column] / sums[row]);
                symmetric[row, column] = rest + (strength * similarities[row, column] / Math.Sqrt(sums[row] * sums[column]));
            }
        }

        var magnitudes = SymmetricEigenvalues.Of(symmetric).Select(Math.Abs).OrderDescending();
        return new(matrix, [.. sums.Select(sum => sum / sums.Sum())], magnitudes.Skip(1).FirstOrDefault());
    }

    /// <summary>The means of a quantity over neighbours, one for each group.</summary>
    public double[] Apply(IReadOnlyList<double> values) =>
        [.. Enumerable.Range(0, Size).Select(row => Enumerable.Range(0, Size).Sum(column => _matrix[row, column] * values[column]))];

    /// <summary>The same of rows of numbers, such as the gradients of groups: the form in which CG-MN is stated.</summary>
    public double[][] Apply(IReadOnlyList<double[]> rows) =>
        [.. Enumerable.Range(0, Size).Select(row => Enumerable.Range(0, rows[row].Length).Select(at => Enumerable.Range(0, Size).Sum(column => _matrix[row, column] * rows[column][at])).ToArray())];

    /// <summary>The mean over those neighbours of a group that have a value; missing when none has.</summary>
    public double? Mean(int row, IReadOnlyList<double?> values)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var column = 0; column < Size; column++)
        {
            sum += _matrix[row, column] * (values[column] ?? 0);
            weight += values[column] is null ? 0 : _matrix[row, column];
        }

        return weight > 0 ? sum / weight : null;
    }
}
