using System.Collections.Immutable;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Cli.Settings;
using HpcVerify.Detectors;
using HpcVerify.Detectors.Suppressions;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>The files of one command line and how they are to be treated.</summary>
internal sealed record BatchRequest(IReadOnlyList<string> Files, string? Kernel, ImmutableArray<ReportOutput> Outputs, int Jobs, bool IsVerbose)
{
    /// <summary>The macros that a build defines for a file; files without an entry have none.</summary>
    public ImmutableDictionary<string, string> MacrosOf { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The stage whose techniques alone are allowed; null where all are.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Detectors of other people, which look after ours.</summary>
    public ImmutableArray<Detector> More { get; init; } = [];

    /// <summary>Their rules.</summary>
    public ImmutableArray<Rule> MoreRules { get; init; } = [];

    /// <summary>The least severe finding that fails; null where settings say it.</summary>
    public FailOn? FailOn { get; init; }

    public StaticOptions Looked => new(Stage, More);
}

/// <summary>Works through files, several at once if asked, and reports them in the order they were named.</summary>
internal sealed class Batch
{
    private readonly BatchRequest _request;
    private readonly Dictionary<string, Reader> _readers;
    private readonly ImmutableDictionary<string, KernelTask> _taskOfFile;
    private readonly ImmutableDictionary<string, EffectiveSettings> _settings;

    private Batch(
        BatchRequest request, FrontEnd frontEnd, ImmutableDictionary<string, KernelTask> taskOfFile, ImmutableDictionary<string, EffectiveSettings> settings, CancellationToken cancellation)
    {
        _settings = settings;
        _request = request;
        FrontEnd = frontEnd;
        _readers = request.MacrosOf.Values.Append("").Distinct().ToDictionary(macros => macros, macros => new Reader(frontEnd.WithMacros(macros), cancellation));
        _taskOfFile = taskOfFile;
        Cancellation = cancellation;
    }

    public CancellationToken Cancellation { get; }

    public FrontEnd FrontEnd { get; }

    /// <summary>The tasks that the files are to do.</summary>
    public IEnumerable<KernelTask> Tasks => _taskOfFile.Values.Distinct();

    /// <summary>The findings of a file that are left after its suppressions, at the severities that its settings ask for.</summary>
    public ImmutableArray<Diagnostic> Left(StaticReport report) =>
        SettingsOf(report.Source.Path).Apply(SuppressionRules.Apply(report.Source, report.Findings, id => RuleNames.Problem(id, _request.MoreRules)));

    /// <summary>The least severe finding that fails in a file, by the name it has in reports.</summary>
    public Severity LeastThatFails(string name) => FailOnWords.SeverityOf(_request.FailOn ?? SettingsOf(name).FailOn?.Value ?? FailOn.Error);

    private EffectiveSettings SettingsOf(string name) => _settings.GetValueOrDefault(name, EffectiveSettings.None);

    /// <summary>Opens the front end and every task the files ask for; null after telling the user what is wrong.</summary>
    public static Batch? Open(Workbench workbench, BatchRequest request, OptimizationLevel level, Streams streams)
    {
        if (workbench.OpenFrontEnd(level, streams) is not { } frontEnd)
        {
            return null;
        }

        var reader = new SettingsReader();
        var settings = request.Files.DistinctBy(InputFile.NameOf).ToDictionary(InputFile.NameOf, reader.For);
        if (settings.Values.Select(known => known.Problem).FirstOrDefault(problem => problem is not null) is { } wrong)
        {
            streams.Errors.Complain(wrong);
            return null;
        }

        var (taskOfFile, error) = TaskSelection.Select(workbench.Installation, file => request.Kernel ?? settings[InputFile.NameOf(file)].Settings.Kernel?.Value, request.Files, frontEnd);
        if (taskOfFile is null)
        {
            streams.Errors.Complain(error!);
            return null;
        }

        return new(request, frontEnd, taskOfFile, settings.ToImmutableDictionary(known => known.Key, known => known.Value.Settings), workbench.Cancellation);
    }

    /// <summary>Reads every file, has it judged, prints the reports, and combines their exit codes.</summary>
    /// <param name="finish">What becomes of all reports before they are written.</param>
    public ExitCode Run(Func<Analysis, KernelTask, FileReport> judge, Streams streams, Func<IReadOnlyList<FileReport>, IReadOnlyList<FileReport>>? finish = null)
    {
        var reports = new FileReport?[_request.Files.Count];
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = _request.Jobs, CancellationToken = Cancellation };
        streams.Progress.Describe(() => reports.Length == 1 ? "at work" : $"{reports.Count(report => report is not null)} of {reports.Length} files done");
        Parallel.For(0, reports.Length, parallelism, index =>
        {
            var file = _request.Files[index];
            var watch = Stopwatch.StartNew();
            reports[index] = judge(_readers[_request.MacrosOf.GetValueOrDefault(file, "")].Analyse(file, _taskOfFile[file], _request.Looked), _taskOfFile[file]);
            if (_request.IsVerbose)
            {
                streams.SayDone(file, watch.Elapsed);
            }
        });

        IReadOnlyList<FileReport> all = [.. reports.OfType<FileReport>()];
        all = finish is null ? all : finish(all);
        var isWritten = ReportOutputs.Write(_request.Outputs, Report.Of(all), streams);
        return ExitCodes.Combine([.. all.Select(report => report.ExitCode), .. isWritten ? Array.Empty<ExitCode>() : [ExitCode.Usage]]);
    }
}
