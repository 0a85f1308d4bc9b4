using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Tests.Inputs;

public sealed class DrawnSizesTests
{
    public static TheoryData<string> Tasks => [.. KernelTaskReader.Names(Repository.PathOf("corpus"))];

    [Theory, MemberData(nameof(Tasks))]
    public void DrawnSizesAreAllowedAndNew(string name)
    {
        var task = KernelTaskReader.Read(Repository.PathOf("corpus/" + name), FrontEndForTests.Parse).Value!;

        var drawn = DrawnSizes.Draw(task, seed: 1, count: 6);

        Assert.NotEmpty(drawn);
        Assert.Equal(drawn.Select(task.Describe), DrawnSizes.Draw(task, seed: 1, count: 6).Select(task.Describe));
        Assert.NotEqual(drawn.Select(task.Describe), DrawnSizes.Draw(task, seed: 2, count: 6).Select(task.Describe));
        Assert.All(drawn, sizes =>
        {
            Assert.True(task.Allows(sizes), task.Describe(sizes));
            Assert.NotNull(TrialInput.Generate(task, sizes, 1));
            Assert.DoesNotContain(task.Describe(sizes), task.TestSizes.Append(task.ScoredSizes).Select(task.Describe));
        });
    }

    [Theory, MemberData(nameof(Tasks))]
    public void SizesAboveTheScoredOnesAreAllowed(string name)
    {
        var task = KernelTaskReader.Read(Repository.PathOf("corpus/" + name), FrontEndForTests.Parse).Value!;

        var above = DrawnSizes.Above(task, seed: 1);

        Assert.NotNull(above);
        Assert.True(task.Allows(above), task.Describe(above));
        Assert.All(task.SizeNames, size => Assert.InRange(above[size]!.Value, task.ScoredSizes[size]!.Value + 1, 4 * task.ScoredSizes[size]!.Value));
    }
}
