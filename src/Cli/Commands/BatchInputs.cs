using System.CommandLine;

namespace HpcVerify.Cli.Commands;

/// <summary>The arguments and options of every command that works through files.</summary>
internal sealed class BatchInputs
{
    private readonly Argument<string[]> _files = Inputs.Files("C files or model responses");
    private readonly Option<string?> _kernel = Inputs.Kernel();
    private readonly ReportOutputs _outputs = new();
    private readonly Option<int> _jobs = Inputs.Jobs();
    private readonly Option<bool> _verbose = Inputs.Verbose();

    /// <summary>A command with these and some of its own behind them.</summary>
    public Command Command(string name, string description, params IEnumerable<Option> own)
    {
        var command = new Command(name, description) { _files, _kernel, _jobs, _verbose };
        foreach (var option in _outputs.All.Concat(own))
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>For a command that can find files by itself.</summary>
    public void MayNameNoFile() => _files.Arity = ArgumentArity.ZeroOrMore;

    public BatchRequest Of(ParseResult result) =>
        new(result.GetValue(_files)!, result.GetValue(_kernel), _outputs.Of(result), result.GetValue(_jobs), result.GetValue(_verbose));
}
