using System.CommandLine;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>--opt LEVEL</c>: how much the scoring compiler optimises, and with which macros kernels are therefore read.</summary>
internal sealed class LevelOption
{
    public LevelOption() => Option.AcceptOnlyFromAmong([.. OptimizationLevels.Names]);

    public Option<string> Option { get; } = new("--opt")
    {
        Description = "optimisation level of the scoring compiler: O0, O1 or O3",
        DefaultValueFactory = _ => OptimizationLevel.Full.Name(),
    };

    public OptimizationLevel Of(ParseResult result) => OptimizationLevels.Named(result.GetValue(Option)!);
}
