using System.Collections.Immutable;
using HpcVerify.Cli.Host;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Commands;

/// <summary>One input read as bytes, or why it could not be.</summary>
internal sealed record InputFile(string Path, ImmutableArray<byte> Bytes, Diagnostic? Problem)
{
    public const string StandardInput = "-";

    private const string StandardInputName = "<stdin>";

    private static readonly Rule Unreadable = new(
        "HV0019", Severity.Error, "The file cannot be read", "file cannot be read: {0}",
        "Inputs are regular files, or standard input, which is written '-'. Devices, sockets and named pipes are not opened, "
        + "because they may never answer. A file that cannot be read is never given a level or a number.");

    /// <summary>The name a report gives to an input.</summary>
    public static string NameOf(string path) => path == StandardInput ? StandardInputName : path;

    /// <summary>Reads at most one byte more than the limit, so that a huge file costs nothing and is still seen to be huge.</summary>
    public static InputFile Read(string path, int limitInBytes)
    {
        if (WhyNot(path) is { } obstacle)
        {
            return Unread(path, obstacle);
        }

        try
        {
            using var stream = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            return new(NameOf(path), AtMost(limitInBytes + 1, stream), null);
        }
        catch (UnauthorizedAccessException)
        {
            return Unread(path, "permission denied");
        }
        catch (IOException exception)
        {
            return Unread(path, exception.Message);
        }
    }

    /// <summary>A file comes in one piece; what has no length yet, in pieces that double.</summary>
    private static ImmutableArray<byte> AtMost(int mostBytes, Stream stream)
    {
        const int FirstPiece = 1 << 12;
        var length = 0;
        for (var buffer = new byte[Math.Min(mostBytes, stream.CanSeek ? stream.Length + 1 : FirstPiece)]; ; Array.Resize(ref buffer, (int)Math.Min(mostBytes, 2L * buffer.Length)))
        {
            length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            if (length < buffer.Length || length == mostBytes)
            {
                return [.. buffer.AsSpan(0, length)];
            }
        }
    }

    private static string? WhyNot(string path) =>
        path == StandardInput ? (StandardStreams.HasInput ? null : "standard input is closed")
        : RegularFile.WhyNot(path) switch
        {
            RegularFile.Special => $"{RegularFile.Special} (write '-' for standard input)",
            var why => why,
        };

    private static InputFile Unread(string path, string why) => new(NameOf(path), [], Unreadable.At(default, why));
}
