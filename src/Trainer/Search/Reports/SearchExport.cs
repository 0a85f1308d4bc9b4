using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Search.Reports;

/// <summary>Archives as data for other programs: one JSON object to a line.</summary>
/// <param name="encoder">Which characters are written as they are.</param>
public sealed class SearchExport(JavaScriptEncoder encoder)
{
    private readonly JsonSerializerOptions _json = new() { Encoder = encoder, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Every sample with its parent and what became of it; a reward is null where it is unscored.</summary>
    public IEnumerable<string> Samples(IReadOnlyList<Kernel> kernels)
    {
        var code = kernels.ToDictionary(kernel => kernel.Id, kernel => kernel.Sample.Code);
        return kernels.Select(kernel => Line(new
        {
            kernel.Sample.Sample,
            Parent = kernel.Group.Parent,
            ParentCode = kernel.Group.Parent is { } parent ? code.GetValueOrDefault(parent) : null,
            Child = kernel.Sample.Code,
            kernel.Group.Prompt,
            Response = kernel.Sample.Completion.Text,
            Purpose = kernel.Group.Purpose.ToString().ToLowerInvariant(),
            kernel.Group.Stage,
            kernel.Group.Iteration,
            kernel.Group.Step,
            kernel.Group.Group,
            kernel.Sample.Techniques,
            Level = kernel.Outcome?.Level?.ToString().ToLowerInvariant(),
            kernel.Outcome?.Reward,
            Paid = kernel.Sample.Reward,
            kernel.Outcome?.Performance,
            Verdict = kernel.Outcome?.Verdict,
            kernel.Outcome?.Reason,
            kernel.Outcome?.Result,
        }));
    }

    /// <summary>
    /// Conversations to be imitated: right answers that are faster than their parent, or whose parent was not right. Of equal answers to one prompt one is enough.
    /// </summary>
    /// <param name="speedup">How many times as fast as its parent an answer is at least: kernels are timed once, and a little faster is luck.</param>
    public IEnumerable<string> Conversations(IReadOnlyList<Kernel> kernels, double speedup)
    {
        var parents = kernels.ToDictionary(kernel => kernel.Id);
        return kernels.Where(kernel => kernel.Group.Parent is { } parent && IsRight(kernel) && parents.GetValueOrDefault(parent) is { } old && kernel.Sample.Code != old.Sample.Code && IsBetter(kernel, old, speedup))
            .DistinctBy(kernel => (kernel.Group.Prompt, kernel.Sample.Completion.Text))
            .Select(kernel => Line(new { Messages = new[] { Message("user", kernel.Group.Prompt), Message("assistant", kernel.Sample.Completion.Text) } }));
    }

    /// <summary>
    /// Pairs of answers to one prompt of which the first is to be preferred: the best of each group that is right, against every answer that is paid at
    /// least so much less.
    /// </summary>
    /// <param name="margin">In the reward's own unit; above 0.</param>
    public IEnumerable<string> Preferences(IReadOnlyList<Kernel> kernels, double margin) =>
        from members in kernels.Where(kernel => kernel.Group.Parent is not null && kernel.Sample.Reward is not null).GroupBy(kernel => kernel.Group)
        let best = members.Where(IsRight).OrderByDescending(kernel => kernel.Sample.Reward).ThenBy(kernel => kernel.Id).FirstOrDefault()
        where best is not null
        from worse in members.DistinctBy(kernel => kernel.Sample.Completion.Text)
        where best.Sample.Reward - worse.Sample.Reward >= margin
        select Line(new
        {
            Prompt = new[] { Message("user", members.Key.Prompt) },
            Chosen = new[] { Message("assistant", best.Sample.Completion.Text) },
            Rejected = new[] { Message("assistant", worse.Sample.Completion.Text) },
        });

    private static bool IsRight(Kernel kernel) => kernel.Outcome is { Level: Level.Ok, Performance: not null };

    private static bool IsBetter(Kernel kernel, Kernel parent, double speedup) => !IsRight(parent) || kernel.Outcome!.Performance >= speedup * parent.Outcome!.Performance;

    private static object Message(string role, string content) => new { Role = role, Content = content };

    private string Line<T>(T value) => JsonSerializer.Serialize(value, _json);
}
