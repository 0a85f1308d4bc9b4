using System.CommandLine;
using System.Globalization;
using HpcVerify.Detectors.Techniques;

namespace HpcVerify.Cli.Commands;

/// <summary><c>--stage N</c>: the techniques of which stage a kernel may use.</summary>
internal sealed class StageOption
{
    public StageOption() => Option.AcceptOnlyFromAmong([.. Stage.All.Select(NumberOf)]);

    public Option<string?> Option { get; } = new("--stage")
    {
        Description = "allow only the techniques of a stage (1 to 6): register blocking, + cache blocking, + SIMD, + OpenMP, + prefetch, all",
    };

    /// <summary>Null without the option: then every technique is allowed.</summary>
    public Stage? Of(ParseResult result) => Stage.All.SingleOrDefault(stage => NumberOf(stage) == result.GetValue(Option));

    private static string NumberOf(Stage stage) => stage.Number.ToString(CultureInfo.InvariantCulture);
}
