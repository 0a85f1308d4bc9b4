using HpcVerify.Detectors.Suppressions;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests.Suppressions;

/// <summary>Which findings comments take away, and what is said of comments that take none.</summary>
public sealed class SuppressionTests
{
    private static readonly DetectionContext Context = new("f", FrontEndForTests.Prototype("void f(void);"));

    [Theory]
    [InlineData("static int calls; // hpcverify: ignore[HV7102] counted for a log")]
    [InlineData("// hpcverify: ignore[HV7102] counted for a log\nstatic int calls;")]
    [InlineData("// hpcverify: ignore[HV1101, HV7102] two at once\n/* and more */\nstatic int calls;", "HV0302")]
    [InlineData("static int calls; // hpcverify: ignore[HV7102]", "HV0301", "HV7102")]
    [InlineData("static int calls; // hpcverify: ignore[HV7101] another rule", "HV0302", "HV7102")]
    [InlineData("static int calls;\n// hpcverify: ignore[HV7102] too late\nint none(void);", "HV0302", "HV7102")]
    [InlineData("static int calls; /* // hpcverify: ignore[HV7102] quoted in another comment */", "HV7102")]
    [InlineData("static int calls; const char *const text = \"// hpcverify: ignore[HV7102] in a string\";", "HV7102")]
    [InlineData("int none(void); // hpcverify: ignore[HV9001] unreadable", "HV0303")]
    [InlineData("int none(void); // hpcverify: ignore[] nothing", "HV0302")]
    public void WhatIsLeft(string code, params string[] expected)
    {
        var source = $"void f(void) {{ }}\n{code}\n";
        var tree = FrontEndForTests.Parse(source).Value;

        var left = SuppressionRules.Apply(tree.Source, DetectorSuite.Detect(tree, Context));

        Assert.Equal(expected, left.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void InScoredCodeTheCommentIsItselfAFinding()
    {
        var tree = FrontEndForTests.Parse("void f(void) { }\nstatic int calls; // hpcverify: ignore[HV7102] please\n").Value;

        Assert.Equal(["HV7102", "HV7107"], DetectorSuite.Detect(tree, Context).Select(finding => finding.Rule.Id));
    }
}
