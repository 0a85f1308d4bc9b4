using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HpcVerify.Trainer.Search.Archives;

/// <summary>SQL with named values, as one call.</summary>
internal static class Sqlite
{
    public static int Execute(this SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, text, values);
        return command.ExecuteNonQuery();
    }

    public static List<T> Query<T>(this SqliteConnection connection, string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, text, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(Read(reader, read));
        }

        return rows;
    }

    /// <exception cref="InvalidDataException">The row holds what nobody wrote there.</exception>
    private static T Read<T>(SqliteDataReader row, Func<SqliteDataReader, T> read)
    {
        try
        {
            return read(row);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            throw new InvalidDataException($"a row that begins with '{row.GetValue(0)}' is damaged ({exception.Message.TrimEnd('.')})", exception);
        }
    }

    public static long Number(this SqliteConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> values) =>
        connection.Query(text, row => row.GetInt64(0), values)[0];

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <exception cref="FormatException">The number is not finite.</exception>
    public static double? RealOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetDouble(column) is var number && double.IsFinite(number) ? number : throw new FormatException($"{row.GetName(column)} is {number}");

    public static long? IntegerOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static SqliteCommand Command(SqliteConnection connection, string text, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
