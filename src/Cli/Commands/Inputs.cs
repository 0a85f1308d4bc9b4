using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace HpcVerify.Cli.Commands;

/// <summary>The arguments and options that several commands share.</summary>
internal static class Inputs
{
    public const string Text = "text";
    public const string Json = "json";

    private const int MostJobs = 64;

    /// <param name="kinds">What the files may be.</param>
    public static Argument<string[]> Files(string kinds)
    {
        var files = new Argument<string[]>("file")
        {
            Description = $"{kinds}; '-' is standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(ReadStandardInputOnce);
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

    public static Option<bool> Verbose() => new("--verbose", "-v") { Description = "say on standard error which file is done, and when" };

    public static Option<int> Jobs() => Number("--jobs", "files worked on at once", 1, 1, MostJobs, "-j");

    /// <summary>An option whose value is a number between two limits, which the complaint about any other value names.</summary>
    public static Option<T> Number<T>(string name, string description, T usual, T least, T most, params string[] aliases)
        where T : INumber<T>
    {
        var option = new Option<T>(name, aliases) { Description = $"{description} ({least} to {most})", DefaultValueFactory = _ => usual };
        option.CustomParser = result =>
        {
            var word = result.Tokens is [var token] ? token.Value : "";
            var style = typeof(T) == typeof(double) ? NumberStyles.Float : NumberStyles.AllowLeadingSign;
            if (T.TryParse(word, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name} is a number from {least} to {most}, not '{word}'");
            return usual;
        };
        return option;
    }

    private static void ReadStandardInputOnce(ArgumentResult result)
    {
        if (result.Tokens.Count(token => token.Value == InputFile.StandardInput) > 1)
        {
            result.AddError("standard input ('-') can be read only once");
        }
    }
}
