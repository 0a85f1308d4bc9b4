using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>Comparisons of rows of numbers, and properties of generated ones.</summary>
internal static class Numbers
{
    /// <summary>Rewards as the ladder of Eq. 3 has them, with speeds.</summary>
    public static Gen<double> Reward { get; } = Gen.OneOf(
        Gen.Elements(-100.0, -40, -30, -20, -10), Gen.Choose(0, 100000).Select(speed => speed / 100.0));

    /// <summary>A group of two or more, of which some may be unscored.</summary>
    public static Gen<double?[]> Group { get; } =
        from size in Gen.Choose(2, 12)
        from rewards in Gen.Frequency((5, Reward.Select(reward => (double?)reward)), (1, Gen.Constant<double?>(null))).ArrayOf(size)
        select rewards;

    public static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance) =>
        Assert.Collection(actual, [.. expected.Select(number => (Action<double>)(found => Assert.Equal(number, found, tolerance)))]);

    /// <summary>Number for number; an immutable array is otherwise equal to nothing but itself.</summary>
    public static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual) => Assert.Equal(expected.ToArray(), actual.ToArray());

    /// <summary>Always with the same samples.</summary>
    public static void Hold<T>(Gen<T> samples, Func<T, bool> property, int tests = 300)
    {
        var replay = FSharpOption<Replay>.Some(new(new Rnd(20261, 7), FSharpOption<int>.None));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(replay), Prop.ForAll(samples.ToArbitrary(), property));
    }
}
