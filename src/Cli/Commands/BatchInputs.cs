using System.CommandLine;

namespace HpcVerify.Cli.Commands;

/// <summary>The arguments and options of every command that works through files.</summary>
internal sealed class BatchInputs
{
    private readonly Argument<string[]> _files = Inputs.Files();
    private readonly Option<string?> _kernel = Inputs.Kernel();
    private readonly Option<string> _format = Inputs.Format();
    private readonly Option<int> _jobs = Inputs.Jobs();

    /// <summary>A command with these and some of its own behind them.</summary>
    public Command Command(string name, string description, params IEnumerable<Option> own)
    {
        var command = new Command(name, description) { _files, _kernel, _format, _jobs };
        foreach (var option in own)
        {
            command.Add(option);
        }

        return command;
    }

    public BatchRequest Of(ParseResult result) =>
        new(result.GetValue(_files)!, result.GetValue(_kernel), result.GetValue(_format)!, result.GetValue(_jobs));
}
