using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Rewards.Policy;
using Microsoft.Data.Sqlite;

namespace HpcVerify.Trainer.Search.Archives;

/// <content>What is there.</content>
public sealed partial class SearchArchive
{
    private const string Columns = """
        SELECT s.sample, s."group", s.place, s.response, s.tokens, s.log_probabilities, s.is_truncated, s.code, s.techniques, s.reward,
               g.step, g.iteration, g.position, g.parent, g.purpose, g.stage, g.prompt, g.feedback, g.seed,
               c.hardware, c.level, c.reward, c.performance, c.verdict, c.reason, c.feedback, c.result, c.evidence
        FROM samples s JOIN groups g ON g."group" = s."group" LEFT JOIN scores c ON c.sample = s.sample AND c.hardware = $hardware
        """;

    /// <summary>What the search was begun with; null where nothing was begun yet.</summary>
    public ArchivedRun? Run => _connection.Query(
        "SELECT options, policy, hardware, hardware_text, task_hash, prompt_hash, tool FROM run",
        row => new ArchivedRun(
            ArchiveJson.Read<SearchOptions>(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6))).SingleOrDefault();

    /// <summary>Where the search stands; null where nothing was begun yet.</summary>
    public ArchiveCursor? Cursor
    {
        get
        {
            var step = ReadSteps("DESC LIMIT 1").SingleOrDefault();
            var iteration = _connection.Query("SELECT iteration, random FROM iterations ORDER BY iteration DESC LIMIT 1", row => (Number: row.GetInt32(0), Random: row.GetString(1))).SingleOrDefault();
            return _connection.Query("SELECT random FROM run", row => row.GetString(0)).SingleOrDefault() is not { } begun ? null
                : iteration.Number == 0 ? new(0, 0, 0, State(begun))
                : step is null || step.Iteration < iteration.Number ? new(step?.Step ?? 0, iteration.Number, 0, State(iteration.Random))
                : new(step.Step, step.Iteration, step.Position + step.Parents, step.Random);
        }
    }

    public IReadOnlyList<ArchivedStep> Steps => ReadSteps("");

    /// <summary>Each iteration's selection, as it was printed.</summary>
    public IReadOnlyList<(int Iteration, string Selection)> Selections =>
        _connection.Query("SELECT iteration, selection FROM iterations ORDER BY iteration", row => (row.GetInt32(0), row.GetString(1)));

    /// <summary>The kinds of hardware that there are scores of.</summary>
    public IReadOnlyList<string> Hardware => _connection.Query("SELECT DISTINCT hardware FROM scores ORDER BY hardware", row => row.GetString(0));

    public IReadOnlyList<ArchivedOpinion> Opinions => _connection.Query(
        "SELECT sample, verdict, comment FROM opinions ORDER BY opinion", row => new ArchivedOpinion(row.GetInt64(0), ArchiveJson.Parse<Opinion>(row.GetString(1)), row.GetString(2)));

    /// <summary>The parents of an iteration, in the order in which they are expanded.</summary>
    public ImmutableArray<Parent> Parents(int iteration) =>
        [.. _connection.Query(
            "SELECT sample, stage, purpose FROM parents WHERE iteration = $iteration ORDER BY position",
            row => new Parent(row.GetInt64(0), row.GetInt32(1), ArchiveJson.Parse<Purpose>(row.GetString(2))), ("$iteration", iteration))];

    /// <summary>All samples, oldest first, with their scores on one kind of hardware.</summary>
    public IReadOnlyList<Kernel> Kernels(string hardware) => _connection.Query($"{Columns} ORDER BY s.sample", Read, ("$hardware", hardware));

    /// <summary>The samples of an iteration; 0 has the seed kernel.</summary>
    public IReadOnlyList<Kernel> Kernels(string hardware, int iteration) =>
        _connection.Query($"{Columns} WHERE g.iteration = $iteration ORDER BY s.sample", Read, ("$hardware", hardware), ("$iteration", iteration));

    /// <summary>The samples of a step.</summary>
    public IReadOnlyList<Kernel> KernelsOfStep(string hardware, int step) =>
        _connection.Query($"{Columns} WHERE g.step = $step ORDER BY s.sample", Read, ("$hardware", hardware), ("$step", step));

    /// <summary>One sample; null where there is none of that number.</summary>
    public Kernel? Find(string hardware, long sample) => _connection.Query($"{Columns} WHERE s.sample = $sample", Read, ("$hardware", hardware), ("$sample", sample)).SingleOrDefault();

    /// <summary>The numbers that the next sample and group have.</summary>
    public (long Sample, long Group) NextNumbers => (_connection.Number("SELECT coalesce(max(sample), 0) + 1 FROM samples"), _connection.Number("""SELECT coalesce(max("group"), -1) + 1 FROM groups"""));

    /// <summary>The newest state of the policy that was kept, and the step after which it was so; null where none was.</summary>
    public (int Step, byte[] State)? Checkpoint =>
        _connection.Query("SELECT step, state FROM checkpoints", row => ((int, byte[])?)(row.GetInt32(0), row.GetFieldValue<byte[]>(1))).SingleOrDefault();

    private List<ArchivedStep> ReadSteps(string order) => _connection.Query(
        $"SELECT step, iteration, position, parents, random, report, seconds FROM steps ORDER BY step {order}",
        row => new ArchivedStep(
            row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), State(row.GetString(4)), new(ArchiveJson.Read<ImmutableSortedDictionary<string, double>>(row.GetString(5))),
            ArchiveJson.Read<ImmutableSortedDictionary<string, double>>(row.GetString(6))));

    private static RngState State(string text) => RngState.Parse(text) ?? throw new InvalidDataException($"'{text}' is no state of a generator");

    private static Kernel Read(SqliteDataReader row)
    {
        var sample = new ArchivedSample(
            row.GetInt64(0), row.GetInt64(1), row.GetInt32(2),
            new(row.GetString(3), ArchiveJson.Values<int>(row.GetFieldValue<byte[]>(4)), ArchiveJson.Values<float>(row.GetFieldValue<byte[]>(5)), row.GetInt32(6) != 0),
            row.GetString(7), [.. row.GetString(8).Split(' ', StringSplitOptions.RemoveEmptyEntries)], row.RealOrNull(9));
        var group = new ArchivedGroup(
            sample.Group, row.GetInt32(10), row.GetInt32(11), row.GetInt32(12), row.IntegerOrNull(13), ArchiveJson.Parse<Purpose>(row.GetString(14)), row.GetInt32(15), row.GetString(16), row.GetString(17),
            ulong.Parse(row.GetString(18), CultureInfo.InvariantCulture));
        return new(sample, group, row.IsDBNull(19) ? null : new(
            row.TextOrNull(20) is { } level ? ArchiveJson.Parse<Level>(level) : null, row.RealOrNull(21), row.RealOrNull(22), row.GetString(23), row.GetString(24), row.GetString(25), row.TextOrNull(26),
            row.GetString(27)));
    }
}
