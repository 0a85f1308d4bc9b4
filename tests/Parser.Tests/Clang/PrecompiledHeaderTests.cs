using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Parser.Tests.Clang;

/// <summary>What is kept between parses has an end: whoever shuffles headers parses without.</summary>
public sealed class PrecompiledHeaderTests : IDisposable
{
    private const int Most = 256;

    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("hpcverify-headers");

    public void Dispose() => _cache.Delete(recursive: true);

    [Fact]
    public void AFullCacheTakesNoMoreListsAndParsesAsBefore()
    {
        var options = new FrontEndOptions(Repository.PathOf("src/Parser/Library"), _cache.FullName, "");
        Assert.Empty(new FrontEnd(options).Parse(Including("math.h")).Diagnostics);
        var kept = Assert.Single(_cache.EnumerateFiles("*.pch", SearchOption.AllDirectories)).Directory!;
        for (var number = 1; number < Most; number++)
        {
            File.WriteAllText(Path.Combine(kept.FullName, $"{number}.pch"), "");
        }

        var parsed = new FrontEnd(options).Parse(Including("stdlib.h"));

        Assert.Empty(parsed.Diagnostics);
        Assert.Single(parsed.Value.Definitions);
        Assert.Equal(Most, kept.EnumerateFiles("*.pch").Count());
    }

    private static SourceText Including(string header) => SourceText.From("kernel.c", $"#include <{header}>\nint f(void) {{ return 1; }}\n");
}
