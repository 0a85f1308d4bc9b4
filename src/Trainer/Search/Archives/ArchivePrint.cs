using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HpcVerify.Trainer.Search.Archives;

/// <summary>An archive as text: all that has to be the same when a search is made again, or resumed. How long things took is not.</summary>
public static class ArchivePrint
{
    private const int Digits = 12;

    public static string Of(SearchArchive archive)
    {
        var text = new StringBuilder();
        if (archive.Run is not { } run)
        {
            return "nothing\n";
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"run {ArchiveJson.Write(run.Options)} by {run.Policy} on {run.Hardware}");
        foreach (var (iteration, selection) in archive.Selections)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"iteration {iteration}").Append(selection);
        }

        foreach (var step in archive.Steps)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"step {step.Step}: iteration {step.Iteration}, parents from {step.Position}, {step.Parents} of them, then {step.Random} {ArchiveJson.Write(step.Report.Metrics)}");
        }

        foreach (var hardware in archive.Hardware)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"scores on {hardware}");
            foreach (var kernel in archive.Kernels(hardware).Where(kernel => kernel.Outcome is not null))
            {
                text.AppendLine(Line(kernel));
            }
        }

        foreach (var opinion in archive.Opinions)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"#{opinion.Sample} {ArchiveJson.Word(opinion.Verdict)}: {opinion.Comment}");
        }

        return text.ToString();
    }

    private static string Line(Kernel kernel)
    {
        var (sample, group, outcome) = kernel;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"#{sample.Sample} = {group.Group}.{sample.Place} of #{group.Parent} to {ArchiveJson.Word(group.Purpose)} in stage {group.Stage}, seed {group.Seed}: {outcome!.Level?.ToString().ToLowerInvariant() ?? "unscored"} {outcome.Reward:R} {outcome.Performance:R} {outcome.Verdict} {outcome.Result}, paid {sample.Reward:R}, [{string.Join(' ', sample.Techniques)}], prompt {Hash(group.Prompt)}, response {Hash(sample.Completion.Text)}, code {Hash(sample.Code)}, tokens {Hash(string.Join(' ', sample.Completion.Tokens))}, log-probabilities {Hash(string.Join(' ', sample.Completion.LogProbabilities.Select(number => number.ToString("R", CultureInfo.InvariantCulture))))}, feedback {Hash(group.Feedback)}, evidence {Hash(outcome.Evidence)}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
