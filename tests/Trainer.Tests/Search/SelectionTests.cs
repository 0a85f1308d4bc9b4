using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>Selections worked out by hand; the printed form is the expectation.</summary>
public sealed class SelectionTests
{
    private const long Seed = 1;

    /// <summary>Of ten, four go deeper, three are improved, and of the three that failed all are repaired.</summary>
    [Fact]
    public void TenKernelsSplitAsThePaperSays() => Expect(
        """
        seed #1 in stage 1
        stage 2: 10 eligible, 7 right, 0 left out
          deepen #14 in stage 3
          deepen #12 in stage 3
          deepen #10 in stage 3
          deepen #16 in stage 3
          improve #11 in stage 2
          improve #13 in stage 2
          improve #15 in stage 2
          repair #19 in stage 2
          repair #18 in stage 2
          repair #17 in stage 2

        """,
        [
            Right(10, 2, 50), Right(11, 2, 30), Right(12, 2, 60), Right(13, 2, 20), Right(14, 2, 70), Right(15, 2, 10), Right(16, 2, 40),
            Wrong(17, 2, Level.Library), Wrong(18, 2, Level.Compile), Wrong(19, 2, Level.Verification),
        ],
        SearchOptions.Usual with { ParentsPerStage = 10 });

    /// <summary>0.4 and 0.3 of one are rounded up, and there is only one: it goes deeper.</summary>
    [Fact]
    public void AnOnlyKernelGoesDeeper() => Expect(
        """
        seed #1 in stage 1
        stage 1: 1 eligible, 1 right, 0 left out
          deepen #1 in stage 2

        """,
        [Right(1, 1, 2)]);

    [Fact]
    public void OfTwoOneGoesDeeperAndOneIsImproved() => Expect(
        """
        seed #1 in stage 1
        stage 1: 2 eligible, 2 right, 0 left out
          deepen #3 in stage 2
          improve #2 in stage 1

        """,
        [Right(2, 1, 5), Right(3, 1, 6)]);

    /// <summary>⌈0.4·3⌉ = 2 places for deepening, and one right kernel: a failure never takes the other.</summary>
    [Fact]
    public void FailuresAreNeverDeepenedOrImproved() => Expect(
        """
        seed #1 in stage 1
        stage 4: 3 eligible, 1 right, 0 left out
          deepen #7 in stage 5
          repair #6 in stage 4
          repair #8 in stage 4

        """,
        [Wrong(6, 4, Level.Runtime), Right(7, 4, 0.1), Wrong(8, 4, Level.Runtime)], SearchOptions.Usual with { RepairPercent = 100 });

    [Fact]
    public void EqualKernelsAreRankedByAge() => Expect(
        """
        seed #1 in stage 1
        stage 1: 3 eligible, 3 right, 0 left out
          deepen #2 in stage 2
          deepen #3 in stage 2
          improve #4 in stage 1

        """,
        [Right(4, 1, 5), Right(2, 1, 5), Right(3, 1, 5)]);

    [Fact]
    public void TheLastStageDeepensIntoItself() => Expect(
        """
        seed #1 in stage 1
        stage 6: 1 eligible, 1 right, 0 left out
          deepen #2 in stage 6

        """,
        [Right(2, 6, 5)]);

    [Fact]
    public void AnEarlierLastStageDoesSo() => Expect(
        """
        seed #1 in stage 1
        stage 3: 1 eligible, 1 right, 0 left out
          deepen #2 in stage 3

        """,
        [Right(2, 3, 5)], SearchOptions.Usual with { LastStage = 3 });

    /// <summary>⌈0.3·4⌉ = 2 of the four, whichever: what is drawn is the test below.</summary>
    [Fact]
    public void OfFailuresAloneAShareIsRepaired()
    {
        var selection = Selection.Of([.. Enumerable.Range(2, 4).Select(id => Wrong(id, 1, Level.Compile))], Seed, SearchOptions.Usual, new(1));
        Assert.Equal(2, selection.Stages.Single().Parents.Length);
        Assert.All(selection.Stages.Single().Parents, parent => Assert.Equal(Purpose.Repair, parent.Purpose));
    }

    [Fact]
    public void WhatIsUnscoredOrHasNoCodeIsNoParentAndCountsForNoShare() => Expect(
        """
        seed #1 in stage 1
        stage 1: 0 eligible, 0 right, 3 left out
        stage 2: 1 eligible, 1 right, 4 left out
          deepen #5 in stage 3

        """,
        [
            Unscored(2, 1), Unscored(3, 1), Unscored(4, 1),
            Right(5, 2, 1), Wrong(6, 2, Level.Format), Wrong(7, 2, Level.Format), Wrong(8, 2, Level.Format), Unscored(9, 2),
        ]);

    [Fact]
    public void AnEmptyPoolLeavesTheSeed() => Expect("seed #1 in stage 1\n", []);

    [Fact]
    public void WhatAUserRejectsIsRepaired() => Expect(
        """
        seed #1 in stage 1
        stage 1: 2 eligible, 1 right, 0 left out
          deepen #3 in stage 2
          repair #2 in stage 1

        """,
        [Right(2, 1, 9) with { Opinion = Opinion.Rejected }, Right(3, 1, 1) with { Opinion = Opinion.Accepted }]);

    /// <summary>27 : 19 : 18 of 64 for four places are 1.69, 1.19 and 1.13: one each, and one more for the largest remainder.</summary>
    [Fact]
    public void TooManyParentsKeepTheSharesOfTheirPurposes()
    {
        List<PoolMember> pool = [.. Enumerable.Range(2, 46).Select(id => Right(id, 1, id)), .. Enumerable.Range(48, 18).Select(id => Wrong(id, 1, Level.Runtime))];
        var parents = Selection.Of(pool, Seed, SearchOptions.Usual with { ParentsPerStage = 4 }, new(1)).Stages.Single().Parents;
        Assert.Equal([Purpose.Deepen, Purpose.Deepen, Purpose.Improve, Purpose.Repair], parents.Select(parent => parent.Purpose));
        Assert.All(parents.Where(parent => parent.Purpose == Purpose.Deepen), parent => Assert.InRange(parent.Sample, 21, 47));
    }

    /// <summary>Two of five, 4,000 times: each within five standard deviations of 1,600.</summary>
    [Fact]
    public void EachOfABucketIsAsLikelyToBeDrawn()
    {
        PoolMember[] pool = [.. Enumerable.Range(0, 5).Select(id => Wrong(id, 1, Level.Runtime))];
        var (rng, counts) = (new Rng(4), new int[5]);
        for (var turn = 0; turn < 4_000; turn++)
        {
            foreach (var parent in Selection.Of(pool, Seed, SearchOptions.Usual, rng).Stages.Single().Parents)
            {
                counts[parent.Sample]++;
            }
        }

        Assert.All(counts, count => Assert.InRange(count, 1_600 - 155, 1_600 + 155));
    }

    [Fact]
    public void TheSameStateSelectsTheSame()
    {
        PoolMember[] pool = [.. Enumerable.Range(2, 100).Select(id => id % 3 == 0 ? Wrong(id, 1 + (id % 6), Level.Runtime) : Right(id, 1 + (id % 6), id * 37 % 101))];
        var (first, second) = (new Rng(9), new Rng(9));
        Assert.Equal(Selection.Of(pool, Seed, SearchOptions.Usual, first).Print(), Selection.Of(pool.Reverse(), Seed, SearchOptions.Usual, second).Print());
        Assert.Equal(first.State, second.State);
    }

    private static void Expect(string expected, PoolMember[] pool, SearchOptions? options = null) =>
        Assert.Equal(expected, Selection.Of(pool, Seed, options ?? SearchOptions.Usual, new(1)).Print());

    private static PoolMember Right(long sample, int stage, double performance) => new(sample, stage, Level.Ok, performance, Opinion.None);

    private static PoolMember Wrong(long sample, int stage, Level level) => new(sample, stage, level, null, Opinion.None);

    private static PoolMember Unscored(long sample, int stage) => new(sample, stage, null, null, Opinion.None);
}
