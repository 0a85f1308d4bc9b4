using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using HpcVerify.Detectors;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Policy;
using Microsoft.FSharp.Core;

namespace HpcVerify.Rewards.Tests.Policy;

/// <summary>Evidence, verdicts and weights at random, and how properties of them are checked: always with the same numbers.</summary>
internal static class Samples
{
    private const int Tests = 2000;

    public static readonly Rule StageRule = RuleNamed("HV1301");
    public static readonly Rule LibraryRule = RuleNamed("HV1101");

    private static readonly Level[] Failures = [Level.Format, Level.Library, Level.Compile, Level.Timeout, Level.Runtime, Level.Verification];

    /// <summary>From most to least: what is open in different ways is worth the same.</summary>
    public static readonly ImmutableArray<Proof> Verdicts =
    [
        Proof(ProofState.Proved, ProofReach.AllSizes), Proof(ProofState.Proved, ProofReach.Conditional), Proof(ProofState.Proved, ProofReach.Bounded),
        Proof(ProofState.Unknown), Proof(ProofState.Unsupported), Proof(ProofState.Vacuous), Proof(ProofState.Refuted),
    ];

    public static Gen<double> Speed => Gen.Frequency((1, Gen.Constant(0.0)), (6, Gen.Choose(1, 100_000_000).Select(number => number / 1e4)));

    public static Gen<Evidence> Succeeded =>
        from speed in Speed
        from naive in Speed
        from isTimed in Gen.Choose(0, 5)
        select new Evidence([], null, new(speed, null, [1]) { NaiveSpeed = isTimed == 0 ? null : naive }, null, []);

    public static Gen<Evidence> Failed =>
        from level in Gen.Elements(Failures)
        from rules in Gen.SubListOf(StageRule, LibraryRule)
        select new Evidence([.. level == Level.Library ? rules.Select(rule => rule.At(default, 3, "simd")) : []], new(level, "why"), null, null, []);

    public static Gen<Evidence> Unknown => Gen.Constant(new Evidence([], null, null, "no sandbox", []));

    /// <summary>Evidence with a verdict or without one.</summary>
    public static Gen<Evidence> Any =>
        from evidence in Gen.Frequency((6, Succeeded), (3, Failed), (1, Unknown))
        from verdict in Gen.Choose(-1, Verdicts.Length - 1)
        select verdict < 0 ? evidence : evidence with { Proof = Verdicts[verdict] };

    public static Gen<ImmutableArray<Evidence>> Group => Any.NonEmptyListOf().Select(list => list.ToImmutableArray());

    /// <summary>Weights that their own check finds sound.</summary>
    public static Gen<RewardWeights> Weights =>
        from costs in Gen.Choose(1, 1000).ArrayOf(7)
        from shares in Gen.Choose(0, 100).ArrayOf(4)
        from best in Gen.Choose(1, 200)
        from success in Gen.Choose(1, 99)
        select Sound([.. costs.OrderDescending().Select(cost => -cost / 10.0)], [.. shares.Order().Select(share => share / 100.0)], best, success / 100.0);

    public static void Hold<T>(Gen<T> samples, Func<T, bool> property)
    {
        var replay = FSharpOption<Replay>.Some(new(new Rnd(20260, 7), FSharpOption<int>.None));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tests).WithReplay(replay), Prop.ForAll(samples.ToArbitrary(), property));
    }

    private static RewardWeights Sound(double[] costs, double[] shares, double best, double success) => new()
    {
        Penalties = new() { Format = costs[0], Library = costs[1], Stage = costs[2], Compile = costs[3], Timeout = costs[4], Runtime = costs[5], Verification = costs[6] },
        Shares = new() { OpenOfNaive = shares[0], Bounded = shares[1], Conditional = shares[2], Proved = shares[3] },
        GroupBest = best,
        LogPenaltyScale = best / 200,
        UnitSuccess = success,
    };

    private static Proof Proof(ProofState state, ProofReach reach = ProofReach.Bounded) =>
        new(state, "equivalence: y[2]", state == ProofState.Refuted ? "n=3" : null) { Reach = reach };

    private static Rule RuleNamed(string id) => Rule.DeclaredIn([typeof(Detector).Assembly]).Single(rule => rule.Id == id);
}
