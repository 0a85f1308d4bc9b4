using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Benchmarks;

/// <summary>Where the refutations of the corpus replay, by <c>dotnet run -c Release --project benchmarks -- replay [task...]</c>.</summary>
internal static class ReplayFigures
{
    private static readonly ReplayPlace[] Places = Enum.GetValues<ReplayPlace>();

    public static void Print(IReadOnlyCollection<string> names, TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        var corpus = kernels.Workbench.Installation.CorpusDirectory;
        var toolchain = ((ToolchainState.Ready)kernels.Workbench.Toolchain).Toolchain;
        var replayer = new Replayer(new(toolchain.Sandbox, toolchain.Clock), ReplayBuild.FindClang(), kernels.Workbench.Installation.CompilerPath);
        output.WriteLine($"{"task",-18} refuted {string.Join(' ', Places.Select(place => $"{Title(place),9}"))}");
        var all = new List<ReplayPlace>();
        foreach (var name in names.Count > 0 ? names : KernelTaskReader.Names(corpus))
        {
            var watch = Stopwatch.StartNew();
            var task = KernelTaskReader.Read(Path.Combine(corpus, name), kernels.FrontEnd.Parse).Value ?? throw new InvalidOperationException($"no task '{name}'");
            var files = Directory.EnumerateFiles(Path.Combine(corpus, name, "reject"), "*.c").Order(StringComparer.Ordinal).ToList();
            var found = new ConcurrentBag<(string File, ReplayReport Report)>();
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file =>
            {
                if (Replayed(kernels.FrontEnd, task, file, replayer, toolchain) is { } report)
                {
                    found.Add((Path.GetFileName(file), report));
                }
            });
            all.AddRange(found.Select(one => one.Report.Place));
            output.WriteLine(Row(name, [.. found.Select(one => one.Report.Place)]) + string.Create(CultureInfo.InvariantCulture, $"  {watch.Elapsed.TotalSeconds:0} s"));
            foreach (var (file, report) in found.Where(one => one.Report.Place is ReplayPlace.Evaluator or ReplayPlace.None).OrderBy(one => one.File, StringComparer.Ordinal))
            {
                output.WriteLine($"    {file}: {Title(report.Place)}: {report.Evidence} ({string.Join("; ", report.Obstacles)})");
            }
        }

        output.WriteLine(Row("all", all));
    }

    private static string Row(string name, List<ReplayPlace> places) =>
        $"{name,-18} {places.Count,7} {string.Join(' ', Places.Select(place => $"{places.Count(seen => seen == place),9}"))}";

    private static string Title(ReplayPlace place) => place switch
    {
        ReplayPlace.AddressSanitizer => "ASan",
        ReplayPlace.UndefinedBehaviorSanitizer => "UBSan",
        ReplayPlace.ThreadSanitizer => "TSan",
        ReplayPlace.Value => "value",
        ReplayPlace.Assertion => "assertion",
        ReplayPlace.Deadline => "deadline",
        ReplayPlace.Evaluator => "evaluator",
        _ => "nowhere",
    };

    /// <summary>Null where the kernel is not refuted.</summary>
    private static ReplayReport? Replayed(FrontEnd frontEnd, KernelTask task, string file, Replayer replayer, Toolchain toolchain)
    {
        var report = StaticAnalysis.Run(file, File.ReadAllBytes(file), task, frontEnd);
        if (report.Tree is null || report.Failure is { Level: Rewards.Policy.Level.Format } || report.Unread is not null
            || VerificationRequest.Of(task, report.Source, source => frontEnd.ParseWithLibrary(source).Value) is not { } request)
        {
            return null;
        }

        var claims = BoundedVerification.Verify(request, BoundedOptions.Default, CancellationToken.None).Claims;
        return claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted) is { Verdict: Verdict.Refuted refuted } claim
            ? replayer.Replay(new Witness(task, report.Source, claim.Property, refuted.Witness), request, report.MissingFeature(toolchain.ProcessorFlags), CancellationToken.None)
            : null;
    }
}
