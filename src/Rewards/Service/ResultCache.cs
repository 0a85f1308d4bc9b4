using Microsoft.Data.Sqlite;

namespace HpcVerify.Rewards.Service;

/// <summary>
/// Results by the hash of all that they depend on, in a file that several processes may use at once (SQLite with a write-ahead log). Whoever
/// adds a result that is there already changes nothing: the first one has been told to somebody.
/// </summary>
public sealed class ResultCache : IDisposable
{
    /// <summary>How long one process waits for another that writes, in milliseconds.</summary>
    private const int Patience = 5_000;

    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    private ResultCache(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens or makes the file; in its folder, which must be there, come two more beside it.</summary>
    /// <exception cref="SqliteException">The file is no such cache, or cannot be written.</exception>
    public static ResultCache Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, $"PRAGMA busy_timeout = {Patience}");
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = NORMAL");
            Execute(connection, "CREATE TABLE IF NOT EXISTS results (hash TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID");
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The result of that name; null where there is none yet.</summary>
    public byte[]? Find(ContentHash name)
    {
        lock (_lock)
        {
            using var command = Command("SELECT body FROM results WHERE hash = $hash", name);
            return (byte[]?)command.ExecuteScalar();
        }
    }

    /// <summary>Keeps a result; false where there was one by that name, which stays.</summary>
    public bool Add(ContentHash name, byte[] body)
    {
        lock (_lock)
        {
            using var command = Command("INSERT OR IGNORE INTO results (hash, body) VALUES ($hash, $body)", name);
            command.Parameters.AddWithValue("$body", body);
            return command.ExecuteNonQuery() == 1;
        }
    }

    /// <summary>Keeps a result instead of the one by that name, if there is one: somebody has asked for that.</summary>
    public void Replace(ContentHash name, byte[] body)
    {
        lock (_lock)
        {
            using var command = Command("INSERT OR REPLACE INTO results (hash, body) VALUES ($hash, $body)", name);
            command.Parameters.AddWithValue("$body", body);
            command.ExecuteNonQuery();
        }
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string text, ContentHash name)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        command.Parameters.AddWithValue("$hash", name.Text);
        return command;
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
