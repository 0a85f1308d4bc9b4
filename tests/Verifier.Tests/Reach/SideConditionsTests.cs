using HpcVerify.Alarms;
using HpcVerify.Alarms.Grammar;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Reach;
using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Terms;
using HpcVerify.Verifier.Tests.Bounded;

namespace HpcVerify.Verifier.Tests.Reach;

/// <summary>A side is never said to be out of reach at sizes at which a run takes it: the alarm for SOUNDNESS 17.</summary>
public sealed class SideConditionsTests
{
    private const int MostSteps = 300_000;

    private const int Threads = 3;

    public static IEnumerable<object[]> Samples =>
        KernelTaskReader.Names(Repository.PathOf("corpus")).SelectMany(task => Fixture.In($"corpus/{task}/accept").Concat(Fixture.In($"corpus/{task}/reject")))
            .Where((_, index) => index % Share == 0);

    public static IEnumerable<object[]> Guards => Fixture.In("tests/Verifier.Tests/Fixtures/Bounded/refuted").Concat(Fixture.In("tests/Verifier.Tests/Fixtures/Bounded/proved"));

    /// <summary>One in so many, unless there is time.</summary>
    private static int Share => Repository.IsLongRun ? 1 : 25;

    [Theory, MemberData(nameof(Samples))]
    public void EverySideTakenByTheCorpusSatisfiesItsCondition(string path) => Check(path.Split('/')[^3], path, Repository.IsLongRun ? [4, 7, 64] : [7]);

    [Theory, MemberData(nameof(Guards))]
    public void EverySideTakenByFixturesSatisfiesItsCondition(string path) => Check(BoundedFixtureTests.Mark(path, "task"), path, [65]);

    [Fact]
    public void EverySideTakenByRandomKernelsSatisfiesItsCondition()
    {
        const int Seed = 20261, Few = 12, Many = 3000;
        var count = Repository.IsLongRun ? Many : Few;
        var calls = CallInput.Draw(Seed, 3);
        for (var index = 0; index < count; index++)
        {
            var written = Kernels.Write(Seed + index, "kernel", RandomKernelAlarms.HasAvx512);
            var source = SourceText.From("kernel.c", Frame.Includes + written.Code);
            var kernel = BoundedKernel.Of(FrontEndForTests.ParseWithLibrary(source).Value, written.Name)!;
            var formulas = new SizeFormulas();
            var whole = IntegerRange.Of(kernel.Entry.Parameters[^1].Type)!;
            var (rows, columns) = (formulas.Size(0, whole.Least, whole.Greatest), formulas.Size(1, whole.Least, whole.Greatest));
            var walk = new SideWalk(formulas, kernel.Module, null);
            walk.Walk(kernel.Entry, [.. kernel.Entry.Parameters[..^2].Select(_ => (WholeTerm?)null), rows, columns]);
            foreach (var call in calls)
            {
                var run = kernel.Run.Afresh();
                run.Run(new(new TermStore()), call.Arguments(null), new(MostSteps, call.Threads, false));
                Check(run, (node, side) => walk.SidesOf(node) is var (whenTrue, whenFalse) ? formulas.Question(side ? whenTrue : whenFalse, withGuesses: false) : null, [call.Rows, call.Columns], source);
            }
        }
    }

    private static void Check(string name, string path, long[] edges)
    {
        var source = Fixture.Read(path).Source;
        if (FrontEndForTests.Parse(source).Value is { Errors: not [] } || CorpusVerification.RequestOf(name, source) is not { Task: var task, Kernel: var kernel })
        {
            return;
        }

        var conditions = new Lazy<SideConditions>(() => SideConditions.Always(task, kernel.Module, kernel.Entry));
        foreach (var sizes in edges.Select(edge => SizesFrom(task, edge)).Where(task.Allows))
        {
            var (run, terms) = (kernel.Run.Afresh(), new TermBuilder(new TermStore()));
            if (TrialInput.Generate(task, sizes, 1) is { } drawn && SymbolicCall.Arguments(task.Contract, sizes, terms, drawn) is { } arguments)
            {
                run.Run(terms, arguments, new(MostSteps, task.TeamAt(sizes) ?? Threads, false));
                Check(run, (node, side) => conditions.Value.Question(node, side, withGuesses: false), [.. task.SizeNames.Select(size => sizes[size]!.Value)], source);
            }
        }
    }

    private static void Check(BoundedRun run, Func<object, bool, string?> question, IReadOnlyList<long> sizes, SourceText source)
    {
        var questions = new SizeQuestions(50_000, int.MaxValue, int.MaxValue);
        var known = string.Concat(sizes.Select((size, index) => FormattableString.Invariant($"(assert (= {SizeFormulas.NameOfSize(index)} {WholeTerm.Of(size).Text}))\n")));
        foreach (var (node, point) in run.Branches)
        {
            foreach (var (missing, side, _) in point.Sides.Where(side => side.WasTaken))
            {
                var text = question(node, side);
                Assert.False(
                    text is not null && questions.Exists(text + known) is SizeAnswer.None,
                    $"what is at {source.PositionOf(point.Span.Start)} {missing} by its condition, but is at {string.Join(' ', sizes)}\n{source.Code}\n{text}");
            }
        }
    }

    /// <summary>Different ones for each parameter, where the contract allows that.</summary>
    private static Sizes SizesFrom(KernelTask task, long edge)
    {
        var different = Sizes.Of(task.SizeNames.Select((size, index) => KeyValuePair.Create(size, edge + index)));
        return task.Allows(different) ? different : task.AllSizes(edge);
    }
}
