using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify rules</c> and <c>hpcverify explain</c>: what can be said, and what it means.</summary>
internal static class RulesCommand
{
    public static Command CreateList(Streams streams)
    {
        var command = new Command("rules", "List every rule: id, severity, title");
        command.SetAction(_ =>
        {
            streams.Results.Write(streams.Terminal?.Rules(Layers.Rules)
                ?? PrintableText.Lines(Layers.Rules.Select(rule => $"{rule.Id}  {Diagnostic.Word(rule.Severity),-7}  {rule.Title}")));
            return (int)ExitCode.Clean;
        });
        return command;
    }

    public static Command CreateExplain(Streams streams)
    {
        var id = new Argument<string>("rule") { Description = "a rule's id, such as HV1001" };
        var command = new Command("explain", "Say what one rule means and what to do about it") { id };
        command.SetAction(result =>
        {
            var wanted = result.GetValue(id)!;
            if (Layers.Rules.FirstOrDefault(rule => rule.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is not { } rule)
            {
                streams.Errors.Complain(RuleNames.Problem(wanted, [])!);
                return (int)ExitCode.Usage;
            }

            streams.Results.WriteLine($"{rule.Id}: {rule.Title} ({Diagnostic.Word(rule.Severity)})\n\n{rule.Explanation}");
            return (int)ExitCode.Clean;
        });
        return command;
    }
}
