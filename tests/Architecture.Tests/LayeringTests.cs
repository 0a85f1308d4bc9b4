using System.Text.RegularExpressions;
using System.Xml.Linq;
using HpcVerify.TestKit;

namespace HpcVerify.Architecture.Tests;

/// <summary>Who may see whom: ARCHITECTURE.md draws it, the project files enforce it, and this keeps both true.</summary>
public sealed partial class LayeringTests
{
    [Theory]
    [InlineData("Parser", "")]
    [InlineData("Verifier", "Parser")]
    [InlineData("Detectors", "Parser")]
    [InlineData("Rewards", "Detectors Parser Verifier")]
    [InlineData("Trainer", "Detectors Parser Rewards")]
    [InlineData("Server", "Parser Rewards Verifier")]
    [InlineData("Cli", "Detectors Distribution Parser Rewards Server Trainer Verifier")]
    [InlineData("Distribution", "Parser Rewards")]
    public void ProjectReferencesExactlyItsLowerLayers(string project, string expected)
    {
        var file = Path.Combine(Repository.Root, "src", project, $"HpcVerify.{project}.csproj");
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value).Replace("HpcVerify.", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, string.Join(' ', references));
    }

    [Fact]
    public void TransitiveReferencesAreOff()
    {
        var properties = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));

        Assert.Equal("true", properties.Descendants("DisableTransitiveProjectReferences").Single().Value);
    }

    [Theory]
    [InlineData("ClangSharp.Interop", "src/Parser/Clang/")]
    [InlineData("Microsoft.Z3", "src/Verifier/Smt/")]
    [InlineData("libisl", "src/Verifier/Polyhedral/")]
    [InlineData("RabbitMQ.Client", "src/Distribution/Broker")]
    [InlineData("cblas_sgemm", "src/Trainer/Model/OpenBlas")]
    [InlineData("__builtin_ia32_", "src/Detectors/")]
    public void NativeNamesStayInTheirFolder(string name, string home)
    {
        var strangers = Sources.In("src")
            .Select(Sources.Relative)
            .Where(file => !file.StartsWith(home, StringComparison.Ordinal) && !file.StartsWith("src/Cli/Commands/Doctor", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(Path.Combine(Repository.Root, file)).Contains(name, StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    /// <summary>Generated kernels are text: nothing is said there of what an intrinsic does.</summary>
    private const string WritesKernels = "src/Trainer/Variants/Lanes.cs";

    /// <summary>What an intrinsic does is said in C by the model library, so that no stage needs its name.</summary>
    [Fact]
    public void IntrinsicsAreNamedInTheModelLibraryAndByDetectorsOnly()
    {
        var modelled = Directory.EnumerateFiles(Repository.PathOf("src/Parser/Library"), "*.h").SelectMany(IntrinsicNames).ToHashSet(StringComparer.Ordinal);
        var strangers = Sources.In("src")
            .Where(file => !Sources.Relative(file).StartsWith("src/Detectors/", StringComparison.Ordinal) && Sources.Relative(file) != WritesKernels)
            .SelectMany(file => IntrinsicNames(file)
                .Where(name => modelled.Contains(name) || name.StartsWith("_mm", StringComparison.Ordinal))
                .Select(name => $"{Sources.Relative(file)}: {name}"));

        Assert.Contains("_mm_sad_epu8", modelled);
        Assert.Empty(strangers);
    }

    private static IEnumerable<string> IntrinsicNames(string file) =>
        IntrinsicName().Matches(File.ReadAllText(file)).Select(match => match.Value).Distinct();

    /// <summary>One leading underscore and one more later: <c>_mm256_add_pd</c>, <c>_kand_mask8</c>, <c>_mm_</c>.</summary>
    [GeneratedRegex("""\b_[a-z][a-z0-9]*_[a-z0-9_]*""", RegexOptions.CultureInvariant)]
    private static partial Regex IntrinsicName();
}
