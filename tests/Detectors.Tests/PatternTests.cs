using HpcVerify.Detectors.Patterns;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

/// <summary>
/// In a file of <c>Patterns</c> every function that is neither static nor a contract is a kernel of its own. Its contract is
/// <c>name_contract</c>, else the file's <c>contract</c>, else there is none.
/// </summary>
public sealed class PatternTests
{
    private const string Folder = "tests/Detectors.Tests/Patterns";
    private const string Honest = "_honest.c";
    private const int FewestOfEach = 3;

    public static IEnumerable<object[]> Files => Fixture.In(Folder);

    public static IEnumerable<object[]> Tasks => KernelTaskReader.Names(Repository.PathOf("corpus")).Select(name => new object[] { name });

    [Theory, MemberData(nameof(Files))]
    public void MarkedLinesAndNoOthersAreReported(string path)
    {
        var fixture = Fixture.Read(path);
        var tree = FrontEndForTests.Parse(fixture.Source).Value;

        Assert.Empty(tree.Errors);
        Assert.Equal(fixture.Expected.Distinct(), fixture.Actual(KernelsOf(tree).SelectMany(context => PatternSuite.Find(tree, context))).Distinct());
    }

    [Fact]
    public void EveryRuleHasFixturesThatFireAndLookAlikes()
    {
        var fixtures = Files.Select(row => Fixture.Read((string)row[0])).ToList();
        foreach (var rule in PatternSuite.Rules)
        {
            var firing = fixtures.Where(fixture => fixture.Expected.Any(mark => mark.EndsWith(rule, StringComparison.Ordinal))).ToList();
            Assert.True(firing.Sum(fixture => fixture.Expected.Count(mark => mark.EndsWith(rule, StringComparison.Ordinal))) >= FewestOfEach, rule);
            Assert.Contains(firing, fixture => KernelsOf(FrontEndForTests.Parse(Fixture.Read(fixture.Source.Path.Replace(".c", Honest, StringComparison.Ordinal)).Source).Value).Count() >= FewestOfEach);
        }
    }

    [Theory, MemberData(nameof(Tasks))]
    public void NoPatternIsInAKernelThatIsRight(string name)
    {
        var task = KernelTaskReader.Read(Repository.PathOf(Path.Combine("corpus", name)), FrontEndForTests.Parse).Value!;
        var context = DetectionContext.Of(task);
        var findings = Fixture.In($"corpus/{name}/accept").SelectMany(row => FindIn((string)row[0], context));

        Assert.Empty(findings);
    }

    /// <summary>One of the labelled kernels has a parallel region behind a <c>return</c>, which is what the rule says.</summary>
    [Fact]
    public void LabelledKernelsHaveOnlyWhatTheyTrulyHave()
    {
        var context = new DetectionContext("kernel", FrontEndForTests.Prototype("void kernel(void);"));
        var findings = Fixture.In("tests/Detectors.Tests/Labelled").SelectMany(row => FindIn((string)row[0], context));

        Assert.Equal(["stencil_region_after_return.c: HV5105"], findings);
    }

    private static IEnumerable<string> FindIn(string path, DetectionContext context) =>
        PatternSuite.Find(FrontEndForTests.Parse(Fixture.Read(path).Source).Value, context).Select(finding => $"{Path.GetFileName(path)}: {finding.Rule.Id}");

    private static IEnumerable<DetectionContext> KernelsOf(SyntaxTree tree) =>
        from function in tree.Definitions
        let name = function.Symbol.Name
        where !function.Symbol.IsInternal && !name.EndsWith("contract", StringComparison.Ordinal)
        let contract = tree.Definition($"{name}_contract") ?? tree.Definition("contract")
        select new DetectionContext(name, function.Type) { Contract = contract is null ? null : Read(tree, contract.Symbol.Name) };

    private static Contract Read(SyntaxTree tree, string name)
    {
        var (contract, misuses) = ContractReader.Read(tree, name);
        Assert.Empty(misuses.Select(misuse => misuse.Message));
        return contract!;
    }
}
