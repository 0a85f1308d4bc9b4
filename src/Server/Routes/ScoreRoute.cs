using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary>Submissions to be scored in one call.</summary>
/// <param name="Items">What to score; may be empty.</param>
/// <param name="Profile">What evidence is worth; the service's own where it is absent.</param>
/// <param name="Stage">The stage whose techniques alone are allowed, 1 to 6.</param>
/// <param name="Seed">The seed of all generated data.</param>
/// <param name="Timing">Whether kernels are measured; true where it is absent.</param>
/// <param name="GroupSize">For profiles of groups: how many items each <c>group</c> has, so that a part of one is noticed.</param>
/// <param name="DeadlineS">After how many seconds the caller wants to hear what is known by then.</param>
/// <param name="Receipt">Whether each item comes back with a signed receipt; false where it is absent.</param>
/// <param name="Fresh">Whether all is evaluated again, whatever is known of it, and kept instead: for measurements with a large spread. Equal items are evaluated once.</param>
public sealed record ScoreBody(
    IReadOnlyList<ScoreBodyItem> Items, string? Profile = null, int? Stage = null, ulong? Seed = null, bool? Timing = null, int? GroupSize = null, double? DeadlineS = null,
    bool? Receipt = null, bool? Fresh = null);

/// <summary>One submission.</summary>
/// <param name="Task">The kernel it is to implement.</param>
/// <param name="Completion">A model's whole response, or C and nothing else.</param>
/// <param name="Id">Comes back in the reply.</param>
/// <param name="Group">Which samples belong to one prompt, for profiles of groups.</param>
public sealed record ScoreBodyItem(string Task, string Completion, string? Id = null, string? Group = null);

/// <summary>The reply: an item for each that was sent, in that order.</summary>
public sealed record ScoreReply(string Profile, IReadOnlyList<ScoredItem> Items);

/// <summary>A request that can be answered: its samples, and which of them belong together.</summary>
internal sealed record ScoreWork(string Profile, IReadOnlyList<(string? Id, Sample Sample)> Items, IReadOnlyList<IReadOnlyList<int>>? Groups, TimeSpan Patience, bool HasReceipts);

/// <summary><c>POST /v1/score</c>: holds the request until all of it is known, or the caller's time is over.</summary>
internal sealed class ScoreRoute(Scoring scoring, Receipts receipts)
{
    private const double LongestDeadline = 24 * 3600;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/score", (Delegate)Answer)
        .Reads<ScoreBody>().Produces<ScoreReply>()
        .WithSummary("Score a batch of submissions");

    public async Task<IResult> Answer(HttpContext context)
    {
        var (work, problem) = await Read(context);
        return work is null ? problem!.ToResult() : Results.Json(await Score(work, scoring.Caller(work.Patience, context.RequestAborted)), ServerJson.Strict);
    }

    /// <summary>What is asked for, or why that cannot be answered.</summary>
    public async Task<(ScoreWork? Work, Problem? Problem)> Read(HttpContext context)
    {
        var (body, problem) = await RequestBody.Read<ScoreBody>(context, ServerJson.Strict);
        return body is null ? (null, problem) : Check(body);
    }

    public async Task<ScoreReply> Score(ScoreWork work, Caller caller)
    {
        var results = new SampleResult[work.Items.Count];
        await Task.WhenAll(work.Groups is { } groups
            ? groups.Select(async group =>
            {
                var scored = await scoring.ScoreGroup([.. group.Select(index => work.Items[index].Sample)], caller);
                group.Zip(scored).ToList().ForEach(pair => results[pair.First] = pair.Second);
            })
            : work.Items.Select(async (item, index) => results[index] = await scoring.Score(item.Sample, caller)));
        return new(work.Profile, await Task.WhenAll(work.Items.Zip(results, async (item, result) =>
            ScoredItem.Of(item.Id, result) with { Receipt = work.HasReceipts ? await receipts.Of(item.Id, result, caller.Left) : null })));
    }

    private (ScoreWork? Work, Problem? Problem) Check(ScoreBody body)
    {
        var profile = body.Profile ?? scoring.Options.Profile;
        if (body.Items.Count > scoring.Options.MostItems)
        {
            return (null, new(StatusCodes.Status413PayloadTooLarge, "The request is too large", FormattableString.Invariant($"{body.Items.Count} items are more than {scoring.Options.MostItems}; send them in several calls")));
        }

        // The reader lets no member be null, but elements of lists.
        if (body.Items.Any(item => item is null))
        {
            return (null, Problem.BadRequest("an item is 'null', and has to be an object"));
        }

        if (body.DeadlineS is { } deadline && deadline is not (> 0 and <= LongestDeadline))
        {
            return (null, Problem.BadRequest(FormattableString.Invariant($"'deadline_s' is above 0 and at most {LongestDeadline}")));
        }

        // Of the batch, and so of one with nothing in it, too.
        if (Sample.ProblemOf(profile, body.Stage, scoring) is { } unfit)
        {
            return (null, Problem.BadRequest(unfit));
        }

        var items = new List<(string? Id, Sample Sample)>();
        foreach (var item in body.Items)
        {
            var (sample, problem) = Sample.Of(item.Task, item.Completion, profile, body.Stage, body.Seed, body.Timing, scoring);
            if (sample is null)
            {
                return (null, problem! with { Detail = FormattableString.Invariant($"item {items.Count}: {problem.Detail}") });
            }

            items.Add((item.Id, sample with { IsFresh = body.Fresh == true }));
        }

        if (body.Receipt == true && receipts.ProblemWith(profile) is { } unsigned)
        {
            return (null, Problem.BadRequest(unsigned));
        }

        var patience = body.DeadlineS is { } seconds ? TimeSpan.FromSeconds(seconds) : scoring.Options.Patience.Native;
        var (groups, incomplete) = scoring.Profiles.OfGroup(profile) is null ? (null, null) : Groups(body, profile);
        return incomplete is null ? (new(profile, items, groups, patience, body.Receipt == true), null) : (null, incomplete);
    }

    /// <summary>Groups by name, each of one task and as large as the caller says that groups are: a part of a group has no maximum.</summary>
    private static (IReadOnlyList<IReadOnlyList<int>>? Groups, Problem? Problem) Groups(ScoreBody body, string profile)
    {
        if (body.GroupSize is not > 0 || body.Items.Any(item => item.Group is null))
        {
            return (null, Problem.BadRequest($"profile '{profile}' is for whole groups: give every item its 'group', and say in 'group_size' how many items a group has"));
        }

        var groups = body.Items.Select((item, index) => (item, index)).GroupBy(pair => pair.item.Group).ToList();
        var wrong = groups.FirstOrDefault(group => group.Count() != body.GroupSize || group.Select(pair => pair.item.Task).Distinct().Count() > 1);
        return wrong is null
            ? ([.. groups.Select(group => (IReadOnlyList<int>)[.. group.Select(pair => pair.index)])], null)
            : (null, Problem.BadRequest(FormattableString.Invariant($"group '{wrong.Key}' has {wrong.Count()} items for {wrong.Select(pair => pair.item.Task).Distinct().Count()} tasks, where all of its {body.GroupSize} items, for one task, are needed")));
    }
}
