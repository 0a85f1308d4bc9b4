using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Cases;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Tests.Bounded;

namespace HpcVerify.Verifier.Tests.Cases;

/// <summary>Which cases are made for a kernel, and that the contract allows each.</summary>
public sealed class CaseGeneratorTests
{
    private const string Axpy = """
        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
            for (int i = 0; i < n; i++)
                y[i] += alpha * x[i];
        }
        """;

    [Theory]
    [InlineData("corpus/axpy/accept/avx2_two_vectors.c")]
    [InlineData("corpus/histogram/reject/last_value_missing.c")]
    [InlineData("corpus/spmv_csr/accept/plain.c")]
    public void EverySizeIsAllowed(string file)
    {
        var suite = Suite(file.Split('/')[1], FileOrPlain(file));

        Assert.NotEmpty(suite.Cases);
        Assert.All(suite.Cases, test => Assert.True(suite.Task.Allows(test.Sizes), suite.Task.Describe(test.Sizes)));
    }

    [Fact]
    public void ACounterexampleIsTheFirstCase()
    {
        var suite = Suite("axpy", Axpy.Replace("i < n", "i < n - (n > 4)", StringComparison.Ordinal));

        Assert.Equal((CaseOrigin.Counterexample, 5L), (suite.Cases[0].Origin, suite.Cases[0].Sizes["n"]));
    }

    [Fact]
    public void ConstantsOfTheKernelAndTheirNeighboursAreSizes()
    {
        var suite = Suite("axpy", Axpy.Replace("for (", "if (n == 37)\n        n = n + 0;\n    for (", StringComparison.Ordinal));

        Assert.Superset(new HashSet<long?> { 0, 1, 36, 37, 38 }, suite.Cases.Select(test => test.Sizes["n"]).ToHashSet());
    }

    [Fact]
    public void ASideThatNothingTakesIsListed()
    {
        var suite = Suite("axpy", Axpy.Replace("for (", "if (n < 0)\n        return;\n    for (", StringComparison.Ordinal));

        Assert.Contains(suite.Sides, side => side.Case is null && side.Side is { Missing: "is never true", FirstTaken: null });
    }

    [Fact]
    public void DataAreFoundForASideThatDependsOnThem()
    {
        var suite = Suite("axpy", Axpy.Replace("for (", "if (alpha == 1.0)\n        alpha = 1.0;\n    for (", StringComparison.Ordinal));

        Assert.All(suite.Sides, side => Assert.NotNull(side.Case));
        Assert.Contains(suite.Cases, test => test.Origin == CaseOrigin.Branch && test.Input.Scalars["alpha"] == 1);
    }

    [Fact]
    public void SpecialValuesJudgeBitwiseEqualKernels()
    {
        var special = Suite("axpy", Axpy).Cases.Where(test => test.Origin == CaseOrigin.Special).ToList();

        Assert.NotEmpty(special);
        Assert.All(special, test => Assert.True(test.IsExact));
    }

    [Fact]
    public void SpecialValuesDoNotJudgeReassociatedSums()
    {
        var suite = Suite("dot", """
            double dot_optimized(int n, const double *x, const double *y)
            {
                double even = 0, odd = 0;
                for (int i = 0; i + 1 < n; i += 2) {
                    even += x[i] * y[i];
                    odd += x[i + 1] * y[i + 1];
                }
                return even + odd + (n % 2 ? x[n - 1] * y[n - 1] : 0);
            }
            """);

        Assert.True(suite.Report.IsProved);
        Assert.DoesNotContain(suite.Cases, test => test.Origin == CaseOrigin.Special);
        Assert.Contains(suite.LeftOut, words => words.StartsWith("special values", StringComparison.Ordinal));
    }

    [Fact]
    public void ShapesOfIndexArraysKeepTheContract()
    {
        var suite = Suite("spmv_csr", PlainSparse);
        var shapes = suite.Cases.Where(test => test.Origin == CaseOrigin.Shape).ToList();

        Assert.Contains(shapes, test => test.Why.Contains("every second row empty", StringComparison.Ordinal));
        Assert.Contains(shapes, test => test.Why.Contains("all the last", StringComparison.Ordinal));
        Assert.All(shapes, test =>
        {
            var (starts, columns) = (Integers(test.Input, "row_start"), Integers(test.Input, "column"));
            Assert.Equal(starts.Order(), starts);
            Assert.All(starts, start => Assert.InRange(start, 0, test.Sizes["nnz"]!.Value));
            Assert.All(columns, column => Assert.InRange(column, 0, test.Sizes["cols"]!.Value - 1));
        });
    }

    [Fact]
    public void TheSameSeedMakesTheSameCases()
    {
        var (first, second) = (Suite("axpy", Axpy), Suite("axpy", Axpy));

        Assert.Equal(
            first.Cases.SelectMany(test => test.Input.Buffers).SelectMany(buffer => buffer.Before),
            second.Cases.SelectMany(test => test.Input.Buffers).SelectMany(buffer => buffer.Before));
    }

    private const string PlainSparse = """
        void spmv_csr_optimized(int rows, int cols, int nnz, const int *row_start, const int *column, const double *value, const double *x, double *y)
        {
            for (int i = 0; i < rows; i++) {
                double sum = 0.0;
                for (int k = row_start[i]; k < row_start[i + 1]; k++)
                    sum += value[k] * x[column[k]];
                y[i] = sum;
            }
        }
        """;

    private static string FileOrPlain(string file) => File.Exists(Repository.PathOf(file)) ? File.ReadAllText(Repository.PathOf(file)) : file.Contains("spmv", StringComparison.Ordinal) ? PlainSparse : Histogram;

    private const string Histogram = """
        void histogram_optimized(int n, int bins, const int *value, int *count)
        {
            for (int b = 0; b < bins; b++)
                count[b] = 0;
            for (int i = 0; i < n - 1; i++)
                count[value[i]]++;
        }
        """;

    private static List<long> Integers(TrialInput input, string name)
    {
        var bytes = input.Buffers.Single(buffer => buffer.Contract.Pointer.Name == name).Before;
        return [.. Enumerable.Range(0, bytes.Length / sizeof(int)).Select(index => (long)BitConverter.ToInt32(bytes, index * sizeof(int)))];
    }

    private static TestSuite Suite(string task, string code) => TestPrograms.SuiteOf(task, SourceText.From("kernel.c", code));
}
