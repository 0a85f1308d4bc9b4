using System.Collections.Immutable;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Alarms.Mutants;

/// <summary>Right kernels of the corpus with one thing changed: whatever is still proved must be equal natively (DESIGN 4).</summary>
/// <param name="native">Runs what is proved.</param>
public sealed class MutantAlarms(FrontEnd frontEnd, MutantRun native)
{
    private const double AffordableWork = 100_000;

    private static readonly BoundedOptions Few = BoundedOptions.Default with
    {
        Sizes = SizePlanOptions.Default with { Edge = 3, MaximumCube = 40, Budget = 60_000, LeastSizes = 1 },
        Teams = [3],
        LargestTeam = 4,
        TotalSteps = 30_000,
        Drawings = 2,
        Samples = 3,
    };

    /// <summary>Tries so many mutants; the paper's own task, which is large, only when asked for.</summary>
    public Tally Run(int count, int seed, bool withPaperTask)
    {
        var tally = new Tally();
        var random = new Random(seed);
        var files = KernelTaskReader.Names(Repository.PathOf("corpus"))
            .Where(name => withPaperTask || name != "matmul-paper")
            .SelectMany(name => Fixture.In($"corpus/{name}/accept").Select(row => (Task: name, Path: (string)row[0])))
            .ToImmutableArray();
        var tasks = files.Select(file => file.Task).Distinct().ToDictionary(name => name, name => KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), frontEnd.Parse).Value!);
        var names = tasks.Keys.Order(StringComparer.Ordinal).ToList();
        while (tally["mutants"] < count)
        {
            // First a task, so that the many products of matrices do not outnumber the rest.
            var chosen = names[random.Next(names.Count)];
            var ofTask = files.Where(file => file.Task == chosen).ToList();
            var (name, path) = ofTask[random.Next(ofTask.Count)];
            var source = Fixture.Read(path).Source;
            var mutations = Mutation.AllOf(frontEnd.Parse(source).Value, source);
            if (mutations.Length > 0)
            {
                // First a kind, then one of that kind: constants and swaps would outnumber the rest.
                var kinds = mutations.GroupBy(mutation => mutation.Kind).ToList();
                var ofKind = kinds[random.Next(kinds.Count)].ToList();
                Try(tasks[name], path, source, ofKind[random.Next(ofKind.Count)], tally);
            }
        }

        return tally;
    }

    private void Try(KernelTask task, string path, SourceText source, Mutation mutation, Tally tally)
    {
        var mutant = source.WithCode(mutation.ApplyTo(source.Code));
        if (frontEnd.Parse(mutant).Value is { Errors: not [] })
        {
            tally.Count("not C, not counted");
            return;
        }

        tally.Count("mutants");
        if (VerificationRequest.Of(task, mutant, file => frontEnd.ParseWithLibrary(file).Value) is not { } request)
        {
            tally.Count("mutants: no entry point");
            return;
        }

        var report = BoundedVerification.Verify(request, Few, CancellationToken.None);
        var word = report.IsRefuted ? "refuted" : report.IsProved ? "proved"
            : report.Claims.Any(claim => claim.Verdict is Verdict.Unsupported) ? "unsupported" : "open";
        tally.Count($"mutants: {word}");
        if (word == "proved")
        {
            var plan = SizePlan.For(task, request.Kernel.Module, Few.Sizes);
            var looked = report.Steps <= Few.TotalSteps ? plan.Sizes.Length : plan.CubeCount;
            Check(task, path, mutant, mutation, [.. plan.Sizes.Take(looked).Select(planned => planned.Sizes)], tally);
        }
    }

    /// <summary>A difference inside of what was looked at is unsound; one at other sizes is what the claim's scope is printed for.</summary>
    private void Check(KernelTask task, string path, SourceText mutant, Mutation mutation, ImmutableArray<Sizes> looked, Tally tally)
    {
        if (native.Judge(task, mutant, looked) is { } difference)
        {
            tally.Count("mutants: proved, UNSOUND");
            tally.Alarms.Add(new("unsound", $"{path}, {mutation.Kind} at {mutant.PositionOf(mutation.Span.Start)}: {difference}", mutant.Code));
            return;
        }

        Sizes[] listed = [.. task.TestSizes.Where(sizes => task.WorkAt(sizes) < AffordableWork)];
        tally.Count(native.Judge(task, mutant, listed) is null ? "mutants: proved, equal natively" : "mutants: proved, equal natively within the claim's sizes, different beyond");
    }
}
