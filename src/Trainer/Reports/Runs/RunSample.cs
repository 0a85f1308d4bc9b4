using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>What figures show of a sample, in numbers and names; a line of <c>samples.csv</c>.</summary>
/// <param name="Id">Its number in the run's archive.</param>
/// <param name="Stage">What it was asked for.</param>
/// <param name="Level">The rung it stands on; null where it is unscored.</param>
/// <param name="Reward">Null where it is unscored.</param>
/// <param name="Speed">Of a right kernel, in the run's unit.</param>
/// <param name="Verdict">What is claimed of it.</param>
/// <param name="Techniques">What it uses, by name.</param>
public sealed record RunSample(long Id, int Step, int Iteration, int Stage, Level? Level, double? Reward, double? Speed, string Verdict, ImmutableArray<string> Techniques)
{
    /// <summary>The names of a line's columns.</summary>
    public const string Head = "sample,step,iteration,stage,level,reward,speed,verdict,techniques";

    private const string Unscored = "unscored";

    public static RunSample Of(Kernel kernel) => new(
        kernel.Id, kernel.Group.Step, kernel.Group.Iteration, kernel.Group.Stage, kernel.Outcome!.Level, kernel.Outcome.Reward, KernelSpeed.Of(kernel.Outcome), kernel.Outcome.Verdict, kernel.Sample.Techniques);

    /// <summary>The line, with numbers to a ten-thousandth.</summary>
    public string Print() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id},{Step},{Iteration},{Stage},{Word(Level)},{Reward:0.####},{Speed:0.####},{Verdict},{string.Join(' ', Techniques)}");

    /// <summary>A line as it was printed; null of any other text.</summary>
    public static RunSample? Parse(string line) =>
        line.Split(',') is [var id, var step, var iteration, var stage, var level, var reward, var speed, var verdict, var techniques]
        && long.TryParse(id, CultureInfo.InvariantCulture, out var number) && Whole(step) is { } steps && Whole(iteration) is { } iterations && Whole(stage) is { } stages
        && IsRung(level, out var rung) && IsNumber(reward, out var paid) && IsNumber(speed, out var fast) && !(fast < 0)
            ? new(number, steps, iterations, stages, rung, paid, fast, verdict, [.. techniques.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
            : null;

    private static int? Whole(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;

    private static string Word(Level? rung) => rung?.ToString().ToLowerInvariant() ?? Unscored;

    /// <summary>Whether it is a rung's word, or that of what has none.</summary>
    private static bool IsRung(string word, out Level? rung)
    {
        rung = Enum.GetValues<Level>().Cast<Level?>().FirstOrDefault(level => Word(level) == word);
        return rung is not null || word == Unscored;
    }

    /// <summary>Whether it is a number, or nothing.</summary>
    private static bool IsNumber(string text, out double? value)
    {
        var isNumber = double.TryParse(text, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        value = isNumber ? number : null;
        return isNumber || text.Length == 0;
    }
}
