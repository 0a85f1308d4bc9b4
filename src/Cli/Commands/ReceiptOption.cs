using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Receipts;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>--receipt FILE</c>: a signed account of what was scored.</summary>
internal sealed class ReceiptOption
{
    public Option<string?> Option { get; } = new("--receipt") { Description = "write a signed account of the evidence and what it is worth to this file (see 'receipt verify')" };

    /// <summary>Writes the receipt; null, or why there is none.</summary>
    public static string? Write(
        string path, IReadOnlyList<FileReport> reports, IEnumerable<KernelTask> tasks, Payment payment, ScoringOptions options, int? stage, EvaluationEnvironment environment)
    {
        var (key, problem) = ReceiptKeyFile.Open(Environment.GetEnvironmentVariable);
        if (key is null)
        {
            return problem;
        }

        using (key)
        {
            var folders = tasks.GroupBy(task => task.Name).ToDictionary(group => group.Key, group => FolderOf(group.First()));
            ImmutableArray<ReceiptSample> samples =
            [
                .. reports.Select(report => new ReceiptSample(
                    report.Source.Path, report.Kernel, TaskFiles.Hash(folders[report.Kernel]), ReceiptSample.HashOf(report.Source.ToBytes()), report.Evidence!, ReceiptScore.Of(report.Score!))),
            ];
            var receipt = new Receipt(
                Receipt.CurrentFormat, DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), environment,
                new(options.Level.Name(), options.Seed, options.Timing, options.TimedRuns, options.Threads, stage), payment.Group.Profile, payment.Weights, samples);
            return OutputFile.Write(path, SignedReceipt.Write(receipt, key));
        }
    }

    public static string FolderOf(KernelTask task) => Path.GetDirectoryName(Path.GetFullPath(task.Specification.Path))!;
}
