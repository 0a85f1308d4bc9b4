using Microsoft.Data.Sqlite;

namespace HpcVerify.Trainer.Search.Archives;

/// <summary>
/// The file of an archive: SQLite with a write-ahead log that is flushed with every transaction, so that what was recorded survives a power cut.
/// Triggers keep what was recorded as it was.
/// </summary>
internal static class ArchiveFile
{
    /// <summary>"HPVA", by which SQLite files are told from each other.</summary>
    private const long ApplicationId = 0x48505641;

    /// <summary>Goes up with every change of the tables.</summary>
    private const long Version = 1;

    /// <summary>How long one process waits for another that writes, in milliseconds.</summary>
    private const int Patience = 10_000;

    private const string Tables = """
        CREATE TABLE run (run INTEGER PRIMARY KEY CHECK (run = 1), options TEXT NOT NULL, policy TEXT NOT NULL, hardware TEXT NOT NULL, hardware_text TEXT NOT NULL,
            task_hash TEXT NOT NULL, prompt_hash TEXT NOT NULL, tool TEXT NOT NULL, random TEXT NOT NULL);
        CREATE TABLE iterations (iteration INTEGER PRIMARY KEY, selection TEXT NOT NULL, random TEXT NOT NULL);
        CREATE TABLE parents (iteration INTEGER NOT NULL, position INTEGER NOT NULL, sample INTEGER NOT NULL, stage INTEGER NOT NULL, purpose TEXT NOT NULL, PRIMARY KEY (iteration, position)) WITHOUT ROWID;
        CREATE TABLE steps (step INTEGER PRIMARY KEY, iteration INTEGER NOT NULL, position INTEGER NOT NULL, parents INTEGER NOT NULL, random TEXT NOT NULL, report TEXT NOT NULL, seconds TEXT NOT NULL);
        CREATE TABLE groups ("group" INTEGER PRIMARY KEY, step INTEGER NOT NULL, iteration INTEGER NOT NULL, position INTEGER NOT NULL, parent INTEGER, purpose TEXT NOT NULL, stage INTEGER NOT NULL,
            prompt TEXT NOT NULL, feedback TEXT NOT NULL, seed TEXT NOT NULL);
        CREATE TABLE samples (sample INTEGER PRIMARY KEY, "group" INTEGER NOT NULL REFERENCES groups, place INTEGER NOT NULL, response TEXT NOT NULL, tokens BLOB NOT NULL, log_probabilities BLOB NOT NULL,
            is_truncated INTEGER NOT NULL, code TEXT NOT NULL, techniques TEXT NOT NULL, reward REAL, UNIQUE ("group", place));
        CREATE TABLE scores (sample INTEGER NOT NULL REFERENCES samples, hardware TEXT NOT NULL, level TEXT, reward REAL, performance REAL, verdict TEXT NOT NULL, reason TEXT NOT NULL, feedback TEXT NOT NULL,
            result TEXT, evidence TEXT NOT NULL, PRIMARY KEY (sample, hardware)) WITHOUT ROWID;
        CREATE TABLE opinions (opinion INTEGER PRIMARY KEY, sample INTEGER NOT NULL REFERENCES samples, verdict TEXT NOT NULL, comment TEXT NOT NULL);
        CREATE TABLE checkpoints (step INTEGER PRIMARY KEY, state BLOB NOT NULL);
        """;

    private static readonly string[] Lasting = ["run", "iterations", "parents", "steps", "groups", "samples", "scores", "opinions"];

    /// <summary>Opens an archive, or makes one where there is no file; else the sentence that says what is there instead.</summary>
    public static (SqliteConnection? Connection, string? Problem) Open(string path, bool mayMake)
    {
        if (Directory.Exists(path))
        {
            return (null, $"'{path}' is a folder, and an archive is a file");
        }

        if (!File.Exists(path) && !mayMake)
        {
            return (null, $"'{path}' cannot be read: no such file");
        }

        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString());
        string? problem;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {Patience}");
            problem = IsEmpty(connection) ? Make(connection, path, mayMake) : ProblemOf(connection, path);
            if (problem is null)
            {
                connection.Execute("PRAGMA journal_mode = WAL");
                connection.Execute("PRAGMA synchronous = FULL");
                return (connection, null);
            }
        }
        catch (SqliteException exception)
        {
            const int NotADatabase = 26;
            problem = exception.SqliteErrorCode == NotADatabase ? Foreign(path) : $"'{path}' cannot be used as an archive: {exception.Message}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"'{path}' cannot be made: {exception.Message}";
        }

        connection.Dispose();
        return (null, problem);
    }

    private static string Foreign(string path) => $"'{path}' is no archive of a search (name another file)";

    private static bool IsEmpty(SqliteConnection connection) => connection.Number("SELECT count(*) FROM sqlite_schema") == 0 && connection.Number("PRAGMA application_id") == 0;

    private static string? ProblemOf(SqliteConnection connection, string path) =>
        connection.Number("PRAGMA application_id") != ApplicationId ? Foreign(path)
        : connection.Number("PRAGMA user_version") is var version && version != Version
            ? FormattableString.Invariant($"'{path}' has version {version} of archives, and this program reads version {Version} (use the program that made it)")
            : null;

    /// <summary>All tables at once or none: a process that is killed here leaves an empty file.</summary>
    private static string? Make(SqliteConnection connection, string path, bool mayMake)
    {
        if (!mayMake)
        {
            return Foreign(path);
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        if (IsEmpty(connection))
        {
            connection.Execute(Tables);
            foreach (var (table, verb) in Lasting.SelectMany(table => new[] { (table, "UPDATE"), (table, "DELETE") }))
            {
                connection.Execute($"CREATE TRIGGER {table}_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'an archive is only added to'); END");
            }

            connection.Execute($"PRAGMA application_id = {ApplicationId}");
            connection.Execute($"PRAGMA user_version = {Version}");
        }

        transaction.Commit();
        return ProblemOf(connection, path);
    }
}
