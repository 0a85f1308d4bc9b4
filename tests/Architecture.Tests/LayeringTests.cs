using System.Xml.Linq;
using HpcVerify.TestKit;

namespace HpcVerify.Architecture.Tests;

/// <summary>Who may see whom: ARCHITECTURE.md draws it, the project files enforce it, and this keeps both true.</summary>
public sealed class LayeringTests
{
    [Theory]
    [InlineData("Parser", "")]
    [InlineData("Verifier", "Parser")]
    [InlineData("Detectors", "Parser")]
    [InlineData("Rewards", "Detectors Parser Verifier")]
    [InlineData("Trainer", "Rewards")]
    [InlineData("Cli", "Detectors Parser Rewards Trainer Verifier")]
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
    [InlineData("_mm_", "src/Detectors/")]
    [InlineData("_mm256_", "src/Detectors/")]
    [InlineData("_mm512_", "src/Detectors/")]
    [InlineData("_kand", "src/Detectors/")]
    [InlineData("_kor", "src/Detectors/")]
    [InlineData("_cvtmask", "src/Detectors/")]
    [InlineData("__builtin_ia32_", "src/Detectors/")]
    public void NativeNamesStayInTheirFolder(string name, string home)
    {
        var strangers = Sources.In("src")
            .Select(Sources.Relative)
            .Where(file => !file.StartsWith(home, StringComparison.Ordinal) && !file.StartsWith("src/Cli/Commands/Doctor", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(Path.Combine(Repository.Root, file)).Contains(name, StringComparison.Ordinal));

        Assert.Empty(strangers);
    }
}
