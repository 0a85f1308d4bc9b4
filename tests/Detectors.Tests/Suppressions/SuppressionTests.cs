using HpcVerify.Detectors.Suppressions;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests.Suppressions;

/// <summary>Which findings comments take away, and what is said of comments that take none.</summary>
public sealed class SuppressionTests
{
    private static readonly DetectionContext Context = new("f", FrontEndForTests.Prototype("void f(void);"));

    private static readonly HashSet<string> Ids = [.. Rule.DeclaredIn(typeof(Rule).Assembly, typeof(Detector).Assembly).Select(rule => rule.Id)];

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
    [InlineData("int none(void); // hpcverify: ignore[] nothing", "HV0304")]
    [InlineData("static int calls; // hpcverify: ignore HV7102 no brackets", "HV0304", "HV7102")]
    [InlineData("static int calls; // hpcverify: ignore[HV7102 no end", "HV0304", "HV7102")]
    [InlineData("static int calls; // hpcverify:ignore", "HV0304", "HV7102")]
    [InlineData("static int calls; // HpcVerify: Ignore[HV7102] in capitals", "HV0304", "HV7102")]
    [InlineData("static int calls; // hpcverify-ignore[HV7102] without a colon", "HV0304", "HV7102")]
    [InlineData("static int calls; /* hpcverify: ignore[HV7102] in a comment of another form */", "HV0304", "HV7102")]
    [InlineData("/*\n * hpcverify: ignore[HV7102] on a line of a longer comment\n */\nstatic int calls;", "HV0304", "HV7102")]
    [InlineData("static int calls; // see what 'hpcverify: ignore' means", "HV7102")]
    [InlineData("static int calls; // hpcverify ignores nothing here", "HV7102")]
    [InlineData("int none(void); // hpcverify: ignore[HV9999] no such rule", "HV0305")]
    [InlineData("int none(void); // hpcverify: ignore[hv7102] in small letters", "HV0305")]
    [InlineData("static int calls; // hpcverify: ignore[HV7102, HV71O2] one is wrong", "HV0305")]
    public void WhatIsLeft(string code, params string[] expected)
    {
        var source = $"void f(void) {{ }}\n{code}\n";
        var tree = FrontEndForTests.Parse(source).Value;

        var left = SuppressionRules.Apply(tree.Source, DetectorSuite.Detect(tree, Context), WhyNoRule);

        Assert.Equal(expected, left.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("// hpcverify: ignore hv7102, HV1101 because", "write '// hpcverify: ignore[HV7102, HV1101] reason'")]
    [InlineData("// hpcverify: ignore", "write '// hpcverify: ignore[HV7102] reason'")]
    [InlineData("// hpcverify: ignore[HV71O2] because", "'ignore[HV71O2]' suppresses nothing: there is none")]
    public void TheRightWayIsSaid(string comment, string sentence)
    {
        var tree = FrontEndForTests.Parse($"void f(void) {{ }}\n{comment}\n").Value;

        Assert.Contains(sentence, Assert.Single(SuppressionRules.Apply(tree.Source, [], WhyNoRule)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InScoredCodeTheCommentIsItselfAFinding()
    {
        var tree = FrontEndForTests.Parse("void f(void) { }\nstatic int calls; // hpcverify: ignore[HV7102] please\n").Value;

        Assert.Equal(["HV7102", "HV7107"], DetectorSuite.Detect(tree, Context).Select(finding => finding.Rule.Id));
    }

    private static string? WhyNoRule(string id) => Ids.Contains(id) ? null : "there is none";
}
