using System.CommandLine;
using System.Data.Common;
using HpcVerify.Cli.Reports;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Search.Reports;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify archive</c>: what searches have left, as pages and as data; scores on other hardware; what users say.</summary>
internal static class ArchiveCommand
{
    private const string Samples = "samples", Conversations = "sft", Preferences = "preferences";

    public static Command Create(Streams streams) =>
        new("archive", "Show, export and score again what searches have left, and record what you say of a kernel") { Show(streams), Export(streams), Rescore(streams), Opine(streams) };

    private static Argument<string> File() => new("file") { Description = "an archive of 'search'" };

    private static Option<string?> Hardware() => new("--hardware") { Description = "whose scores are shown, of those that the archive has; by default those the search was made with" };

    private static Command Show(Streams streams)
    {
        var (file, hardware) = (File(), Hardware());
        var tree = new Option<bool>("--tree") { Description = "print which kernel was made of which" };
        var sample = new Option<long?>("--sample") { Description = "print one sample with its prompt and its response" };
        var command = new Command("show", "Print how a search went: iterations, coverage, and the fastest kernels") { file, hardware, tree, sample };
        command.SetAction(result => (int)With(result.GetValue(file)!, streams, archive => On(archive, result.GetValue(hardware)) switch
        {
            (null, var problem) => problem,
            (var machine, _) when result.GetValue(sample) is { } number => archive.Find(machine, number) is { } kernel ? Write(SearchSummary.Print(kernel), streams) : FormattableString.Invariant($"the archive has no sample {number}"),
            (var machine, _) => Write(result.GetValue(tree) ? SearchTree.Print(archive.Kernels(machine)) : SearchSummary.Print(archive, machine), streams),
        }));
        return command;
    }

    private static Command Export(Streams streams)
    {
        var (file, hardware) = (File(), Hardware());
        var format = new Option<string>("--format") { Description = "'samples': all of them; 'sft': conversations to be imitated; 'preferences': pairs of answers", DefaultValueFactory = _ => Samples };
        format.AcceptOnlyFromAmong(Samples, Conversations, Preferences);
        var margin = Inputs.Number("--margin", "for 'preferences': by how much the better answer is paid more, in units of the reward", 10.0, 0.001, 1e6);
        var speedup = Inputs.Number("--speedup", "for 'sft': how many times as fast as its parent an answer is at least, where the parent was right", 1.25, 1, 1e6);
        var command = new Command("export", "Print a search as JSON, one object to a line") { file, hardware, format, margin, speedup };
        command.SetAction(result => (int)With(result.GetValue(file)!, streams, archive =>
        {
            var (machine, problem) = On(archive, result.GetValue(hardware));
            if (machine is null)
            {
                return problem;
            }

            var (kernels, export) = (archive.Kernels(machine), new SearchExport(PrintableText.JsonEncoder));
            foreach (var line in result.GetValue(format) switch
            {
                Conversations => export.Conversations(kernels, result.GetValue(speedup)),
                Preferences => export.Preferences(kernels, result.GetValue(margin)),
                _ => export.Samples(kernels),
            })
            {
                streams.Results.WriteLine(line);
            }

            return null;
        }));
        return command;
    }

    private static Command Rescore(Streams streams)
    {
        var (file, scorer) = (File(), new ScorerSelection());
        var command = new Command("rescore", "Score all samples again, here or by a service: new scores beside the old ones") { file };
        foreach (var option in scorer.All)
        {
            command.Add(option);
        }

        command.SetAction(async (result, cancellation) =>
        {
            using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            var (archive, problem) = Open(result.GetValue(file)!);
            using var opened = archive;
            var (open, missing) = problem is null ? scorer.Open(result, archive!.Run!.Options, SearchCommand.ResultsOf(result.GetValue(file)!), client, cancellation) : (null, problem);
            using var closing = open;
            if (open is null)
            {
                streams.Errors.Complain(missing!);
                return (int)(problem is null ? ExitCode.Usage : ExitCode.NotAnalysable);
            }

            return (int)await Rescore(archive!, open, streams, cancellation);
        });
        return command;
    }

    private static async Task<ExitCode> Rescore(SearchArchive archive, OpenScorer open, Streams streams, CancellationToken cancellation)
    {
        try
        {
            var (scored, unscored) = await Rescoring.Run(
                archive, open.Scorer, (done, all) => streams.Progress.Describe(() => FormattableString.Invariant($"{done} of {all} groups are scored")), cancellation);
            streams.Results.WriteLine(PrintableText.Line(scored + unscored == 0
                ? $"all samples have scores on {open.Scorer.Hardware} already"
                : FormattableString.Invariant($"{scored} samples scored on {open.Scorer.Hardware}, {unscored} not")));
            return unscored == 0 ? ExitCode.Clean : ExitCode.Open;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            streams.Errors.Complain("ended; groups that were scored are in the archive, and the others are scored the next time");
            return ExitCode.Interrupted;
        }
    }

    private static Command Opine(Streams streams)
    {
        var file = File();
        var sample = new Argument<long>("sample") { Description = "the number of a sample" };
        var verdict = new Argument<string>("verdict") { Description = "'accept', 'reject', or 'comment' to take no side" };
        verdict.AcceptOnlyFromAmong("accept", "reject", "comment");
        var comment = new Option<string?>("--comment", "-m") { Description = "what whoever writes the next kernel is told" };
        var command = new Command("opinion", "Record what you say of a kernel: it enters later rewards and prompts") { file, sample, verdict, comment };
        command.SetAction(result => (int)With(result.GetValue(file)!, streams, archive =>
        {
            var (number, text) = (result.GetValue(sample), result.GetValue(comment) ?? "");
            if (archive.Find(archive.Run!.Hardware, number) is null)
            {
                return FormattableString.Invariant($"the archive has no sample {number}");
            }

            var side = result.GetValue(verdict) switch { "accept" => Opinion.Accepted, "reject" => Opinion.Rejected, _ => Opinion.None };
            if (side == Opinion.None && text.Length == 0)
            {
                return "a comment says something (give it with --comment)";
            }

            archive.Record(new ArchivedOpinion(number, side, text));
            return null;
        }));
        return command;
    }

    private static string? Write(string text, Streams streams)
    {
        streams.Results.Write(PrintableText.Lines(text));
        return null;
    }

    private static (string? Hardware, string? Problem) On(SearchArchive archive, string? asked) =>
        asked is null ? (archive.Run!.Hardware, null)
        : archive.Hardware.Contains(asked) ? (asked, null)
        : (null, $"there are no scores on '{asked}'; there are: {string.Join("; ", archive.Hardware)}");

    private static (SearchArchive? Archive, string? Problem) Open(string path)
    {
        var (archive, problem) = SearchArchive.Open(path, mayMake: false);
        try
        {
            if (archive is null || archive.Run is not null)
            {
                return (archive, problem);
            }

            problem = $"'{path}' holds no search that was begun";
        }
        catch (Exception exception) when (exception is DbException or InvalidDataException)
        {
            problem = Unreadable(path, exception);
        }

        archive!.Dispose();
        return (null, problem);
    }

    private static string Unreadable(string path, Exception exception) => $"'{path}' cannot be read or written: {exception.Message}";

    private static ExitCode With(string path, Streams streams, Func<SearchArchive, string?> use)
    {
        var (archive, unread) = Open(path);
        using var opened = archive;
        string? problem = null;
        try
        {
            problem = archive is null ? null : use(archive);
        }
        catch (Exception exception) when (exception is DbException or InvalidDataException)
        {
            unread = Unreadable(path, exception);
        }

        if ((unread ?? problem) is not { } complaint)
        {
            return ExitCode.Clean;
        }

        streams.Errors.Complain(complaint);
        return unread is null ? ExitCode.Usage : ExitCode.NotAnalysable;
    }
}
