namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>The eigenvalues of a small symmetric matrix by Jacobi rotations (Golub and Van Loan, "Matrix Computations", section 8.5).</summary>
internal static class SymmetricEigenvalues
{
    /// <summary>The method converges quadratically; matrices of hundreds of rows are done after ten.</summary>
    private const int MostSweeps = 60;

    private const double Small = 1e-28;

    /// <summary>In no order.</summary>
    public static double[] Of(double[,] symmetric)
    {
        var matrix = (double[,])symmetric.Clone();
        var size = matrix.GetLength(0);
        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(matrix) > Small * size; sweep++)
        {
            for (var first = 0; first < size; first++)
            {
                for (var second = first + 1; second < size; second++)
                {
                    Rotate(matrix, first, second);
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(index => matrix[index, index])];
    }

    private static double OffDiagonal(double[,] matrix)
    {
        var sum = 0.0;
        for (var row = 0; row < matrix.GetLength(0); row++)
        {
            for (var column = 0; column < row; column++)
            {
                sum += matrix[row, column] * matrix[row, column];
            }
        }

        return sum;
    }

    /// <summary>Makes the entry at two indices 0.</summary>
    private static void Rotate(double[,] matrix, int first, int second)
    {
        if (matrix[first, second] == 0)
        {
            return;
        }

        var slope = (matrix[second, second] - matrix[first, first]) / (2 * matrix[first, second]);
        var tangent = slope == 0 ? 1 : Math.Sign(slope) / (Math.Abs(slope) + Math.Sqrt(1 + (slope * slope)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        var sine = tangent * cosine;
        for (var index = 0; index < matrix.GetLength(0); index++)
        {
            (matrix[index, first], matrix[index, second]) = (
                (cosine * matrix[index, first]) - (sine * matrix[index, second]), (sine * matrix[index, first]) + (cosine * matrix[index, second]));
        }

        for (var index = 0; index < matrix.GetLength(0); index++)
        {
            (matrix[first, index], matrix[second, index]) = (
                (cosine * matrix[first, index]) - (sine * matrix[second, index]), (sine * matrix[first, index]) + (cosine * matrix[second, index]));
        }
    }
}
