using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Rewards.Tests.Policy;

/// <summary>What claims for all sizes add to a proof: how far it reaches, or a refutation.</summary>
public sealed class ProofTests
{
    private static readonly Proof Bounded = new(ProofState.Proved, "n from 0 to 8", null);
    private static readonly Verdict Proved = new Verdict.Proved(new(AllSizesReport.Scope, "", []));
    private static readonly Verdict Open = new Verdict.Unknown("solvers gave up");

    [Fact]
    public void AProofReachesAsFarAsMemoryAndRaces()
    {
        Assert.Equal(ProofReach.AllSizes, Bounded.With(All(_ => new(default, Proved))).Reach);
        Assert.Equal(ProofReach.AllSizes, Bounded.With(All(property => new(property, property == SizeProperty.Coverage ? Open : Proved))).Reach);
    }

    [Theory]
    [InlineData(SizeProperty.Overflow)]
    [InlineData(SizeProperty.Bounds)]
    [InlineData(SizeProperty.Initialisation)]
    [InlineData(SizeProperty.Races)]
    public void AnOpenClaimKeepsItToWhatWasTried(SizeProperty open) =>
        Assert.Equal(ProofReach.Bounded, Bounded.With(All(property => new(property, property == open ? Open : Proved))).Reach);

    [Fact]
    public void AConditionThatIsFirstToBeMissingMakesItConditional()
    {
        Assert.Equal(ProofReach.Conditional, Bounded.With(All(property => Under(property, property == SizeProperty.Bounds, "n % 8 == 0"))).Reach);
        Assert.Equal(ProofReach.Bounded, Bounded.With(All(property => property == SizeProperty.Overflow ? new(property, Open) : Under(property, property == SizeProperty.Bounds, "n % 8 == 0"))).Reach);
        Assert.Equal(ProofReach.AllSizes, Bounded.With(All(property => new(property, Proved) { Condition = new("1", true) })).Reach);
    }

    [Fact]
    public void ARefutationForAllSizesDecidesAndNamesItsSizes()
    {
        var call = new ConcreteCall(Sizes.Of([new("n", 77)]), [], new(0, 1, false));
        var refuted = new Verdict.Refuted(new("n=77", 1, ImmutableSortedDictionary<string, double>.Empty, "bytes 8 to 16 of 'x'", default) { Call = call });

        var proof = Bounded.With(All(property => new(property, property == SizeProperty.Bounds ? refuted : Proved)));

        Assert.Equal((ProofState.Refuted, "bounds: bytes 8 to 16 of 'x'", "n=77"), (proof.State, proof.Reason, proof.FailingSizes));
    }

    [Fact]
    public void NoClaimsReachNoFurther() => Assert.Equal((ProofReach.Bounded, ProofReach.Bounded), (Bounded.Reach, Bounded.With(new([])).Reach));

    private static SizeClaim Under(SizeProperty property, bool isConditional, string condition) =>
        property > SizeProperty.Bounds ? new(property, Open)
        : isConditional ? new(property, Open) { Condition = new(condition, false) }
        : new(property, Proved);

    private static AllSizesReport All(Func<SizeProperty, SizeClaim> claim) =>
        new([.. Enum.GetValues<SizeProperty>().Select(property => claim(property) with { Property = property })]);
}
