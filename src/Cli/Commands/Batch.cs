using System.Collections.Concurrent;
using System.Collections.Immutable;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>The files of one command line and how they are to be treated.</summary>
internal sealed record BatchRequest(IReadOnlyList<string> Files, string? Kernel, string Format, int Jobs);

/// <summary>Works through files, several at once if asked, and reports them in the order they were named.</summary>
internal sealed class Batch
{
    private readonly BatchRequest _request;
    private readonly FrontEnd _frontEnd;
    private readonly ImmutableDictionary<string, KernelTask> _taskOfFile;

    private Batch(BatchRequest request, FrontEnd frontEnd, ImmutableDictionary<string, KernelTask> taskOfFile, CancellationToken cancellation)
    {
        _request = request;
        _frontEnd = frontEnd;
        _taskOfFile = taskOfFile;
        Cancellation = cancellation;
    }

    public CancellationToken Cancellation { get; }

    /// <summary>Opens the front end and every task the files ask for; null after telling the user what is wrong.</summary>
    public static Batch? Open(Workbench workbench, BatchRequest request, OptimizationLevel level, TextWriter errors)
    {
        var (frontEnd, error) = workbench.OpenFrontEnd(level);
        if (frontEnd is null)
        {
            errors.WriteLine($"hpcverify: {error}");
            return null;
        }

        var tasks = new Dictionary<string, KernelTask>();
        var taskOfFile = ImmutableDictionary.CreateBuilder<string, KernelTask>();
        foreach (var file in request.Files.Distinct())
        {
            var folder = workbench.Installation.FolderOf(request.Kernel, file, Inputs.DefaultKernel);
            if (!tasks.TryGetValue(folder, out var task))
            {
                var (read, findings) = KernelTaskReader.Read(folder, frontEnd.Parse);
                if (read is null)
                {
                    var known = string.Join(", ", KernelTaskReader.Names(workbench.Installation.CorpusDirectory));
                    errors.WriteLine($"hpcverify: no usable kernel specification in '{folder}': {string.Join("; ", findings.Select(finding => finding.Message))}");
                    errors.WriteLine($"hpcverify: known kernels: {known}");
                    return null;
                }

                task = tasks[folder] = read;
            }

            taskOfFile[file] = task;
        }

        return new(request, frontEnd, taskOfFile.ToImmutable(), workbench.Cancellation);
    }

    /// <summary>Reads and analyses one file without running it.</summary>
    public StaticReport Analyse(InputFile file, KernelTask task) => StaticAnalysis.Run(file.Path, file.Bytes.AsSpan(), task, _frontEnd);

    public FileReport Check(InputFile file, KernelTask task)
    {
        var report = Analyse(file, task);
        return new(report.Source, task.Name, report.Findings, null, null);
    }

    /// <summary>Treats every file, prints the reports, and combines their exit codes.</summary>
    public ExitCode Run(Func<InputFile, KernelTask, FileReport> treat, TextWriter output, TextWriter errors)
    {
        var reports = new FileReport?[_request.Files.Count];
        var unread = new ConcurrentBag<string>();
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = _request.Jobs, CancellationToken = Cancellation };
        using (new Progress(errors, () => $"{reports.Count(report => report is not null)} of {reports.Length} files done"))
        {
            Parallel.For(0, reports.Length, parallelism, index =>
            {
                var file = InputFile.Read(_request.Files[index], SourceLimits.LargestFileInBytes);
                if (file.Error is { } error)
                {
                    unread.Add($"{_request.Files[index]}: {error}");
                }
                else
                {
                    reports[index] = treat(file, _taskOfFile[_request.Files[index]]);
                }
            });
        }

        foreach (var complaint in unread.Order(StringComparer.Ordinal))
        {
            errors.WriteLine($"hpcverify: {complaint}");
        }

        var read = reports.OfType<FileReport>().ToList();
        output.Write(_request.Format == Inputs.Json
            ? JsonReport.Of(read, Version.Current) + "\n"
            : string.Concat(read.Select(TextReport.Of)));
        return ExitCodes.Combine([.. read.Select(report => report.ExitCode), .. unread.Select(_ => ExitCode.NotAnalysable)]);
    }
}
