using System.Collections.Concurrent;
using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using HpcVerify.Trainer.Grpo.Meta;

namespace HpcVerify.Trainer.Tests.Grpo.Meta;

/// <summary>Kernels of a few lines, those of the corpus, and numbers that stand for programs.</summary>
internal static class Programs
{
    public const string Naive = """
        void kernel(int n, const double *a, const double *b, double *c)
        {
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int k = 0; k < n; k++)
                        sum += a[i * n + k] * b[k * n + j];
                    c[i * n + j] = sum;
                }
        }
        """;

    /// <summary>The same with other names, other numbers of blanks, a comment and a helper.</summary>
    public const string Renamed = """
        static double product(double first, double second) { return first * second; }

        /* row by column */
        void kernel(int size, const double *left, const double *right, double *out)
        {
            for (int row = 0; row < size; row++)
            {
                for (int column = 0; column < size; column++) { double total = 0;
                    for (int at = 0; at < size; at++) total += left[row * size + at] * right[at * size + column];
                    out[row * size + column] = total; }
            }
        }
        """;

    public const string Threaded = """
        void kernel(int n, const double *a, const double *b, double *c)
        {
            #pragma omp parallel for
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int k = 0; k < n; k++)
                        sum += a[i * n + k] * b[k * n + j];
                    c[i * n + j] = sum;
                }
        }
        """;

    public const string Copy = """
        void kernel(int n, const float *a, float *b)
        {
            for (int i = 0; i < n; i++)
                b[i] = a[i];
        }
        """;

    public static ProgramEmbedding Of(string code) => ProgramEmbedding.Of(FrontEndForTests.Parse(code).Value, "kernel")!;

    /// <summary>A program that is nothing but features.</summary>
    public static ProgramEmbedding At(params double[] features) =>
        new(features.Select((feature, index) => KeyValuePair.Create($"f{index}", feature)).ToImmutableSortedDictionary(StringComparer.Ordinal), ImmutableSortedDictionary<ulong, int>.Empty);

    /// <summary>Kernels of a task that pass.</summary>
    public static ImmutableArray<ProgramEmbedding?> OfCorpus(string task) => Corpus.GetOrAdd(task, ReadCorpus);

    private static readonly ConcurrentDictionary<string, ImmutableArray<ProgramEmbedding?>> Corpus = new(StringComparer.Ordinal);

    private static ImmutableArray<ProgramEmbedding?> ReadCorpus(string task) =>
    [
        .. Directory.GetFiles(Repository.PathOf($"corpus/{task}/accept"), "*.c").Order(StringComparer.Ordinal).Select(file =>
        {
            var tree = FrontEndForTests.Parse(SourceText.From(Path.GetFileName(file), File.ReadAllText(file))).Value;
            return ProgramEmbedding.Of(tree, tree.Functions.Last(function => function.Body is not null).Symbol.Name);
        }),
    ];
}
