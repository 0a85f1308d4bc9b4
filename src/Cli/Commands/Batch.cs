using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using HpcVerify.Cli.Reports;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>The files of one command line and how they are to be treated.</summary>
internal sealed record BatchRequest(IReadOnlyList<string> Files, string? Kernel, ImmutableArray<ReportOutput> Outputs, int Jobs, bool IsVerbose)
{
    /// <summary>The stage whose techniques alone are allowed; null where all are.</summary>
    public Stage? Stage { get; init; }
}

/// <summary>Works through files, several at once if asked, and reports them in the order they were named.</summary>
internal sealed class Batch
{
    private readonly BatchRequest _request;
    private readonly Reader _reader;
    private readonly ImmutableDictionary<string, KernelTask> _taskOfFile;

    private Batch(BatchRequest request, FrontEnd frontEnd, Reader reader, ImmutableDictionary<string, KernelTask> taskOfFile, CancellationToken cancellation)
    {
        _request = request;
        FrontEnd = frontEnd;
        _reader = reader;
        _taskOfFile = taskOfFile;
        Cancellation = cancellation;
    }

    public CancellationToken Cancellation { get; }

    public FrontEnd FrontEnd { get; }

    /// <summary>The tasks that the files are to do.</summary>
    public IEnumerable<KernelTask> Tasks => _taskOfFile.Values.Distinct();

    /// <summary>Opens the front end and every task the files ask for; null after telling the user what is wrong.</summary>
    public static Batch? Open(Workbench workbench, BatchRequest request, OptimizationLevel level, Streams streams)
    {
        if (workbench.OpenFrontEnd(level, streams) is not { } frontEnd)
        {
            return null;
        }

        var (taskOfFile, error) = TaskSelection.Select(workbench.Installation, request.Kernel, request.Files, frontEnd);
        if (taskOfFile is null)
        {
            streams.Errors.Complain(error!);
            return null;
        }

        return new(request, frontEnd, new(frontEnd, workbench.Cancellation), taskOfFile, workbench.Cancellation);
    }

    /// <summary>Reads every file, has it judged, prints the reports, and combines their exit codes.</summary>
    public ExitCode Run(Func<Analysis, KernelTask, FileReport> judge, Streams streams)
    {
        var reports = new FileReport?[_request.Files.Count];
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = _request.Jobs, CancellationToken = Cancellation };
        streams.Progress.Describe(() => reports.Length == 1 ? "at work" : $"{reports.Count(report => report is not null)} of {reports.Length} files done");
        Parallel.For(0, reports.Length, parallelism, index =>
        {
            var file = _request.Files[index];
            var watch = Stopwatch.StartNew();
            reports[index] = judge(_reader.Analyse(file, _taskOfFile[file], _request.Stage), _taskOfFile[file]);
            if (_request.IsVerbose)
            {
                streams.Errors.Complain(string.Create(CultureInfo.InvariantCulture, $"{file}: done after {watch.Elapsed.TotalMilliseconds:0} ms"));
            }
        });

        var all = reports.OfType<FileReport>().ToList();
        var isWritten = ReportOutputs.Write(_request.Outputs, all, streams);
        return ExitCodes.Combine([.. all.Select(report => report.ExitCode), .. isWritten ? Array.Empty<ExitCode>() : [ExitCode.Usage]]);
    }
}
