using System.Collections.Immutable;
using HpcVerify.Detectors.Patterns;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Rewards.Tests.Scoring;

/// <summary>Which proofs contradict which bug patterns, and which do not.</summary>
public sealed class WithdrawalTests
{
    private static readonly TextSpan Place = new(10, 5);
    private static readonly Verdict ForCube = new Verdict.Proved(new("9 sizes of the cube 0..8", "", []));
    private static readonly Verdict ForAll = new Verdict.Proved(new(AllSizesReport.Scope, "", []));
    private static readonly Verdict ForRange = new Verdict.Proved(new("M <= 1000", "", []));
    private static readonly Verdict Open = new Verdict.Unknown("the solver gave up");

    [Theory]
    [InlineData("HV3102", SizeProperty.Alignment)]
    [InlineData("HV3105", SizeProperty.Bounds)]
    [InlineData("HV4101", SizeProperty.Races)]
    [InlineData("HV4102", SizeProperty.Races)]
    [InlineData("HV4103", SizeProperty.Races)]
    [InlineData("HV5102", SizeProperty.Initialisation)]
    public void ProofForAllSizesWithdraws(string rule, SizeProperty property)
    {
        var (kept, withdrawn) = Judge(rule, [], [new(property, ForAll)]);

        Assert.Empty(kept);
        Assert.Equal($"{property.ToString().ToLowerInvariant()} proved for all sizes", withdrawn.Single().Proof);
    }

    [Theory]
    [InlineData("HV3101", Property.Memory, Property.Equivalence)]
    [InlineData("HV3106", Property.Memory, Property.Equivalence)]
    [InlineData("HV5101", Property.Memory, Property.Equivalence)]
    [InlineData("HV3104", Property.Termination, Property.Memory)]
    [InlineData("HV4101", Property.Races)]
    public void ProofForPlannedSizesWithdrawsAndSaysWhichTheyAre(string rule, params Property[] properties)
    {
        ImmutableArray<Claim> claims = [.. properties.Select(property => new Claim(property, ForCube))];

        Assert.Contains("proved for 9 sizes of the cube 0..8", Judge(rule, claims, []).Withdrawn.Single().Proof, StringComparison.Ordinal);
        Assert.Empty(Judge(rule, claims, [], arePlanned: false).Withdrawn);
        Assert.Empty(Judge(rule, claims.RemoveAt(0), []).Withdrawn);
    }

    /// <summary>Small sizes say nothing of a counter that is too small for large ones.</summary>
    [Fact]
    public void IndexTypeIsWithdrawnForAllSizesOnly()
    {
        SizeClaim[] Claims(Verdict verdict) => [new(SizeProperty.Overflow, verdict), new(SizeProperty.Termination, verdict), new(SizeProperty.Bounds, verdict)];

        Assert.Empty(Judge("HV3103", [.. Enum.GetValues<Property>().Select(property => new Claim(property, ForCube))], []).Withdrawn);
        Assert.Empty(Judge("HV3103", [], Claims(ForRange)).Withdrawn);
        Assert.Single(Judge("HV3103", [], Claims(ForAll)).Withdrawn);
    }

    public static TheoryData<string> Rules => [.. PatternSuite.Rules];

    [Theory, MemberData(nameof(Rules))]
    public void WhatIsOpenOrRefutedWithdrawsNothing(string rule)
    {
        Verdict[] verdicts = [Open, new Verdict.Unsupported("long double", Place), new Verdict.Vacuous("n < 0 && n > 0")];
        foreach (var verdict in verdicts)
        {
            ImmutableArray<Claim> claims = [.. Enum.GetValues<Property>().Select(property => new Claim(property, verdict))];
            SizeClaim[] forAllSizes = [.. Enum.GetValues<SizeProperty>().Select(property => new SizeClaim(property, verdict))];

            Assert.Equal((1, 0), Judge(rule, claims, forAllSizes) is var (kept, withdrawn) ? (kept.Length, withdrawn.Length) : default);
        }
    }

    [Fact]
    public void BranchIsWithdrawnWhenRunsTookBothSides()
    {
        var sizes = Sizes.Of([]);
        BranchSide[] both = [new(Place, "is never true", sizes), new(Place, "is never false", sizes)];

        Assert.Equal("runs took both sides", Judge("HV5103", [], [], sides: both).Withdrawn.Single().Proof);
        Assert.Empty(Judge("HV5103", [], [], sides: [both[0], both[1] with { FirstTaken = null }]).Withdrawn);
        Assert.Empty(Judge("HV5103", [], [], sides: [.. both.Select(side => side with { Span = default })]).Withdrawn);
    }

    /// <summary>Nothing that is proved says that a value is used.</summary>
    [Theory]
    [InlineData("HV3107")]
    [InlineData("HV5104")]
    [InlineData("HV5105")]
    [InlineData("HV7102")]
    public void OtherRulesAreKept(string rule) => Assert.Empty(Judge(
        rule, [.. Enum.GetValues<Property>().Select(property => new Claim(property, ForCube))], [.. Enum.GetValues<SizeProperty>().Select(property => new SizeClaim(property, ForAll))]).Withdrawn);

    private static Withdrawals Judge(string rule, ImmutableArray<Claim> claims, SizeClaim[] forAllSizes, bool arePlanned = true, BranchSide[]? sides = null)
    {
        var finding = new Diagnostic(Rule.DeclaredIn(typeof(PatternSuite).Assembly).Single(candidate => candidate.Id == rule), Place, "message");
        return Withdrawals.Of([finding], new(claims, "", 1, 1) { Sides = [.. sides ?? []] }, new([.. forAllSizes]), arePlanned);
    }
}
