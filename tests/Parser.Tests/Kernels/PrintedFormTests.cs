using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.TestKit;
using Xunit;

namespace HpcVerify.Parser.Tests.Kernels;

/// <summary>The printed forms of small kernels are the ones beside them.</summary>
public sealed class PrintedFormTests
{
    private const string Folder = "tests/Parser.Tests/Fixtures/Kernels";

    public static IEnumerable<object[]> Kernels => Fixture.In(Folder);

    [Theory, MemberData(nameof(Kernels))]
    public void SyntaxIsAsBefore(string path) =>
        ShouldBe(Path.ChangeExtension(path, ".syntax"), SyntaxPrinter.Print(FrontEndForTests.Parse(Fixture.Read(path).Source).Value));

    [Theory, MemberData(nameof(Kernels))]
    public void KernelIsAsBefore(string path) =>
        ShouldBe(
            Path.ChangeExtension(path, ".kernel"),
            KernelPrinter.Print(Lowering.Lower(FrontEndForTests.Parse(Fixture.Read(path).Source).Value).Value));

    private static void ShouldBe(string golden, string actual)
    {
        if (Repository.UpdatesGolden)
        {
            File.WriteAllText(Repository.PathOf(golden), actual);
        }

        Assert.Equal(File.ReadAllText(Repository.PathOf(golden)), actual);
    }
}
