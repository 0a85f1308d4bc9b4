using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace HpcVerify.Cli.Commands;

/// <summary>The arguments and options that several commands share.</summary>
internal static class Inputs
{
    public const string DefaultKernel = "matmul";
    public const string StandardInput = "-";
    public const string Text = "text";
    public const string Json = "json";

    public static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "C files or model responses; '-' is standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(RefuseUnknownOptions);
        return files;
    }

    public static Option<string?> Kernel() => new("--kernel")
    {
        Description = "the task to be implemented, a folder of corpus/; by default the one whose folder the file lies in, else matmul",
    };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        return format;
    }

    public static Option<int> Jobs()
    {
        var jobs = new Option<int>("-j", "--jobs") { Description = "files worked on at once", DefaultValueFactory = _ => 1 };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var count) || count < 1))
            {
                result.AddError($"'{token.Value}' is no number of jobs");
            }
        });
        return jobs;
    }

    /// <summary>Without this an option that does not exist would be taken for a file of that name.</summary>
    private static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && token.Value != StandardInput))
        {
            result.AddError($"unknown option '{token.Value}' (a file of that name is './{token.Value}')");
        }
    }
}

/// <summary>One input read as bytes, or why it could not be.</summary>
internal sealed record InputFile(string Path, ImmutableArray<byte> Bytes, string? Error)
{
    private const string StandardInputName = "<stdin>";

    /// <summary>Reads at most one byte more than the limit, so that a huge file costs nothing and is still seen to be huge.</summary>
    public static InputFile Read(string path, int limitInBytes)
    {
        try
        {
            using var stream = path == Inputs.StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            var buffer = new byte[limitInBytes + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return new(path == Inputs.StandardInput ? StandardInputName : path, [.. buffer.AsSpan(0, length)], null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new(path, [], exception is FileNotFoundException or DirectoryNotFoundException ? "no such file" : exception.Message);
        }
    }
}
