using HpcVerify.Parser.Kernels;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Tests.Parametric;

/// <summary>The accesses of small kernels are the ones beside them, and of kernels of the corpus those recorded.</summary>
public sealed class PrintedAccessTests
{
    private const string Folder = "tests/Verifier.Tests/Fixtures/Accesses";

    private static readonly string[] FromCorpus =
    [
        "matmul/accept/openmp_avx512_packed.c",
        "matmul/accept/openmp_region_with_barrier.c",
        "spmv_csr/accept/scalar.c",
        "stencil2d/accept/scalar.c",
        "triangular_solve/accept/blocked.c",
    ];

    public static IEnumerable<object[]> Kernels =>
        Fixture.In(Folder).Concat(FromCorpus.Where(name => File.Exists(Repository.PathOf($"corpus/{name}"))).Select(name => new object[] { $"corpus/{name}" }));

    [Theory, MemberData(nameof(Kernels))]
    public void AccessesAreAsBefore(string path)
    {
        var golden = path.StartsWith("corpus/", StringComparison.Ordinal)
            ? $"{Folder}/corpus.{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)))}.{Path.GetFileNameWithoutExtension(path)}.accesses"
            : Path.ChangeExtension(path, ".accesses");
        Golden.ShouldBe(golden, Printed(path));
    }

    private static string Printed(string path)
    {
        var source = Fixture.Read(path).Source;
        var tree = FrontEndForTests.ParseWithLibrary(source).Value;
        var (module, library) = (Lowering.Lower(tree).Value, Lowering.Lower(tree.LibraryTree).Value);
        return string.Concat(module.Functions
            .Where(function => function.Body is not null && !function.Symbol.IsInternal)
            .Select(function => AccessPrinter.Print(AccessExtraction.Of(module, library, function.Name)!, source)));
    }
}

internal static class Golden
{
    public static void ShouldBe(string golden, string actual)
    {
        if (Repository.UpdatesGolden)
        {
            File.WriteAllText(Repository.PathOf(golden), actual);
        }

        Assert.Equal(File.ReadAllText(Repository.PathOf(golden)), actual);
    }
}
