using System.CommandLine;
using HpcVerify.Cli.Settings;

namespace HpcVerify.Cli.Commands;

/// <summary><c>--fail-on</c>: which findings make <c>check</c> fail, whatever settings say.</summary>
internal sealed class FailOnOption
{
    public FailOnOption() => Option.AcceptOnlyFromAmong([.. Enum.GetValues<FailOn>().Select(FailOnWords.WordOf)]);

    public Option<string?> Option { get; } = new("--fail-on")
    {
        Description = "the least severe finding that fails: error, warning or note; by default what .hpcverify.json says, else error",
    };

    /// <summary>Null without the option.</summary>
    public FailOn? Of(ParseResult result) => result.GetValue(Option) is { } word ? Enum.GetValues<FailOn>().Single(failOn => FailOnWords.WordOf(failOn) == word) : null;
}
