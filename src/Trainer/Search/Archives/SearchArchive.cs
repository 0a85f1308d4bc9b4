using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HpcVerify.Trainer.Search.Archives;

/// <summary>All that happened in one search, to which is only added. What belongs together is recorded in one transaction, with the generator's state after it.</summary>
public sealed partial class SearchArchive : IDisposable
{
    private readonly SqliteConnection _connection;

    private SearchArchive(SqliteConnection connection, string path) => (_connection, Path) = (connection, path);

    public string Path { get; }

    /// <summary>Opens an archive; else the sentence that says what is there instead.</summary>
    /// <param name="mayMake">Whether a file is made where there is none.</param>
    public static (SearchArchive? Archive, string? Problem) Open(string path, bool mayMake) =>
        ArchiveFile.Open(path, mayMake) is var (connection, problem) && connection is not null ? (new(connection, path), null) : (null, problem);

    /// <summary>Records what the search begins with: the seed kernel, and what became of it.</summary>
    public void Begin(ArchivedRun run, ArchivedGroup group, ArchivedSample seed, Outcome outcome, RngState random, Action? beforeCommit = null) => Record(
        () =>
        {
            _connection.Execute(
                "INSERT INTO run (run, options, policy, hardware, hardware_text, task_hash, prompt_hash, tool, random) VALUES (1, $options, $policy, $hardware, $text, $task, $prompts, $tool, $random)",
                ("$options", ArchiveJson.Write(run.Options)), ("$policy", run.Policy), ("$hardware", run.Hardware), ("$text", run.HardwareText), ("$task", run.TaskHash), ("$prompts", run.PromptHash),
                ("$tool", run.Tool), ("$random", random.ToString()));
            Add(group);
            Add(seed);
            Add(seed.Sample, run.Hardware, outcome);
        },
        beforeCommit);

    /// <summary>Records which parents an iteration has.</summary>
    public void Begin(int iteration, Selection selection, RngState random, Action? beforeCommit = null) => Record(
        () =>
        {
            _connection.Execute(
                "INSERT INTO iterations (iteration, selection, random) VALUES ($iteration, $selection, $random)",
                ("$iteration", iteration), ("$selection", selection.Print()), ("$random", random.ToString()));
            foreach (var (position, parent) in selection.Parents.Index())
            {
                _connection.Execute(
                    "INSERT INTO parents (iteration, position, sample, stage, purpose) VALUES ($iteration, $position, $sample, $stage, $purpose)",
                    ("$iteration", iteration), ("$position", position), ("$sample", parent.Sample), ("$stage", parent.Stage), ("$purpose", ArchiveJson.Word(parent.Purpose)));
            }
        },
        beforeCommit);

    /// <summary>Records a step with everything that came of it.</summary>
    /// <param name="checkpoint">The policy's state after it, which replaces the one before; null where none is kept this time.</param>
    public void Record(ArchivedStep step, IReadOnlyList<Kernel> kernels, string hardware, byte[]? checkpoint, Action? beforeCommit = null) => Record(
        () =>
        {
            _connection.Execute(
                "INSERT INTO steps (step, iteration, position, parents, random, report, seconds) VALUES ($step, $iteration, $position, $parents, $random, $report, $seconds)",
                ("$step", step.Step), ("$iteration", step.Iteration), ("$position", step.Position), ("$parents", step.Parents), ("$random", step.Random.ToString()),
                ("$report", ArchiveJson.Write(step.Report.Metrics)), ("$seconds", ArchiveJson.Write(step.Seconds)));
            foreach (var group in kernels.Select(kernel => kernel.Group).Distinct())
            {
                Add(group);
            }

            foreach (var kernel in kernels)
            {
                Add(kernel.Sample);
                Add(kernel.Id, hardware, kernel.Outcome!);
            }

            if (checkpoint is not null)
            {
                _connection.Execute("DELETE FROM checkpoints");
                _connection.Execute("INSERT INTO checkpoints (step, state) VALUES ($step, $state)", ("$step", step.Step), ("$state", checkpoint));
            }
        },
        beforeCommit);

    /// <summary>Records scores on other hardware beside those that are there.</summary>
    public void Record(string hardware, IReadOnlyList<(long Sample, Outcome Outcome)> scores) => Record(
        () =>
        {
            foreach (var (sample, outcome) in scores)
            {
                Add(sample, hardware, outcome);
            }
        },
        null);

    /// <summary>Records what a user says.</summary>
    public void Record(ArchivedOpinion opinion) => Record(
        () => _connection.Execute(
            "INSERT INTO opinions (sample, verdict, comment) VALUES ($sample, $verdict, $comment)",
            ("$sample", opinion.Sample), ("$verdict", ArchiveJson.Word(opinion.Verdict)), ("$comment", opinion.Comment)),
        null);

    public void Dispose() => _connection.Dispose();

    private void Record(Action add, Action? beforeCommit)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        add();
        beforeCommit?.Invoke();
        transaction.Commit();
    }

    private void Add(ArchivedGroup group) => _connection.Execute(
        """INSERT INTO groups ("group", step, iteration, position, parent, purpose, stage, prompt, feedback, seed) VALUES ($group, $step, $iteration, $position, $parent, $purpose, $stage, $prompt, $feedback, $seed)""",
        ("$group", group.Group), ("$step", group.Step), ("$iteration", group.Iteration), ("$position", group.Position), ("$parent", group.Parent), ("$purpose", ArchiveJson.Word(group.Purpose)),
        ("$stage", group.Stage), ("$prompt", group.Prompt), ("$feedback", group.Feedback), ("$seed", group.Seed.ToString(CultureInfo.InvariantCulture)));

    private void Add(ArchivedSample sample) => _connection.Execute(
        """
        INSERT INTO samples (sample, "group", place, response, tokens, log_probabilities, is_truncated, code, techniques, reward)
        VALUES ($sample, $group, $place, $response, $tokens, $logs, $truncated, $code, $techniques, $reward)
        """,
        ("$sample", sample.Sample), ("$group", sample.Group), ("$place", sample.Place), ("$response", sample.Completion.Text), ("$tokens", ArchiveJson.Bytes(sample.Completion.Tokens)),
        ("$logs", ArchiveJson.Bytes(sample.Completion.LogProbabilities)), ("$truncated", sample.Completion.IsTruncated ? 1 : 0), ("$code", sample.Code),
        ("$techniques", string.Join(' ', sample.Techniques)), ("$reward", sample.Reward));

    private void Add(long sample, string hardware, Outcome outcome) => _connection.Execute(
        """
        INSERT INTO scores (sample, hardware, level, reward, performance, verdict, reason, feedback, result, evidence)
        VALUES ($sample, $hardware, $level, $reward, $performance, $verdict, $reason, $feedback, $result, $evidence)
        """,
        ("$sample", sample), ("$hardware", hardware), ("$level", outcome.Level is { } level ? ArchiveJson.Word(level) : null), ("$reward", outcome.Reward), ("$performance", outcome.Performance),
        ("$verdict", outcome.Verdict), ("$reason", outcome.Reason), ("$feedback", outcome.Feedback), ("$result", outcome.Result), ("$evidence", outcome.Evidence));
}
