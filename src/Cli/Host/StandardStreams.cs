using System.Text;

namespace HpcVerify.Cli.Host;

/// <summary>The three streams a process is started with, any of which may be closed or fail.</summary>
internal static class StandardStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Errors = 2;
    private const int UsualWidth = 80;

    public static bool HasInput => Libc.IsInherited(Input);

    public static bool HasOutput => Libc.IsInherited(Output);

    /// <summary>The columns of the terminal that shows the results; null where there is none or it shall not be coloured.</summary>
    public static int? TerminalWidth(Func<string, string?> variable) =>
        variable("NO_COLOR") is { Length: > 0 } || variable("TERM") is null or "" or "dumb" ? null
        : Libc.ColumnsOf(Output) is { } columns ? columns > 0 ? columns : UsualWidth
        : null;

    /// <summary>A writer for complaints, which have nowhere to go if it fails.</summary>
    public static TextWriter OpenErrors() =>
        Libc.IsInherited(Errors) ? TextWriter.Synchronized(new ForgivingWriter(Console.Error)) : TextWriter.Null;

    /// <summary>Writes all results; null, or why that failed. A reader that has had enough is no failure.</summary>
    public static string? Write(string results)
    {
        try
        {
            using var stream = Console.OpenStandardOutput();
            stream.Write(Encoding.UTF8.GetBytes(results));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private sealed class ForgivingWriter(TextWriter writer) : TextWriter
    {
        public override Encoding Encoding => writer.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void WriteLine(string? value) => Write(value + NewLine);

        public override void Write(string? value)
        {
            try
            {
                writer.Write(value);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // There is no further stream on which to complain about the one for complaints.
            }
        }
    }
}
