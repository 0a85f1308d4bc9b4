using System.Text.Json;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;
using HpcVerify.Server.Page;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Server.Tests.Page;

public sealed class ActivityTests
{
    [Fact]
    public async Task WhatCameInIsToldInOrderAndOnce()
    {
        await using var service = await Service.Start();
        await Score(service, Kernels.Numbered(1), Kernels.Marked("WRONG"));

        var first = await service.Get("/v1/activity");
        await Score(service, Kernels.Rejected(3));
        var second = await service.Get($"/v1/activity?since={first.GetProperty("next")}");

        Assert.Equal([("1", "ok", "12.5"), ("2", "verification", "")], Entries(first).OrderBy(entry => entry.Level, StringComparer.Ordinal));
        Assert.Equal([("3", "format", "")], Entries(second));
        Assert.Equal(["format 1", "ok 1", "verification 1"], second.GetProperty("tasks")[0].GetProperty("outcomes").EnumerateObject().Select(outcome => $"{outcome.Name} {outcome.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheFastestOfATaskIsRemembered()
    {
        await using var service = await Service.Start();
        await Score(service, Kernels.Numbered(1));
        await Score(service, [.. Enumerable.Range(0, 600).Select(Kernels.Rejected)]);

        var activity = await service.Get("/v1/activity");
        var best = activity.GetProperty("tasks")[0].GetProperty("best");
        var detail = await service.Get($"/v1/activity/{best.GetProperty("number")}");

        Assert.Equal(500, activity.GetProperty("entries").GetArrayLength());
        Assert.Equal(Kernels.Numbered(1), detail.GetProperty("code").GetString());
    }

    [Fact]
    public async Task MarksNameFindingsAndTechniquesByLine()
    {
        await using var service = await Service.Start();
        await Score(service, Kernels.Rejected(1));
        await Score(service, Unrolled);

        var rejected = await service.Get("/v1/activity/1");
        var right = await service.Get("/v1/activity/2");

        Assert.Contains(Marks(rejected), mark => mark is { Line: 1, Kind: "error" });
        Assert.Contains(Marks(right), mark => mark.Kind == "technique" && Unrolled.Split('\n')[mark.Line - 1].Contains("for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TextsThatAreTooLongAreNotKept()
    {
        await using var service = await Service.Start();
        await Score(service, $"/* {new string('x', 40_000)} */\n{Kernels.Right}");

        var detail = await service.Get("/v1/activity/1");

        Assert.Equal((JsonValueKind.Null, "ok"), (detail.GetProperty("code").ValueKind, detail.GetProperty("entry").GetProperty("level").GetString()));
    }

    [Theory, InlineData("/v1/activity?since=x", 400), InlineData("/v1/activity?since=-1", 400), InlineData("/v1/activity/1", 404), InlineData("/v1/activity/x", 404)]
    public async Task WhatIsNotThereIsSaid(string path, int status)
    {
        await using var service = await Service.Start();

        Assert.Equal(status, (await service.Get(path)).GetProperty("status").GetInt32());
    }

    [Fact]
    public void AWitnessSaysWhichLaneAndThreadAndWhatIsNoNumber()
    {
        var proof = new Proof(ProofState.Refuted, "memory: outside", "n=5")
        {
            Witness = new("outside", "n=5", 4, 3, 2, 1, new("y[4]", double.NaN, double.PositiveInfinity), [new("i", 4)], [new("x[0]", -0.0)]),
        };
        var evidence = new Evidence([], new(Level.Verification, "refuted"), null, null, []) { Proof = proof };

        var witness = WitnessItem.Of(ServiceJson.ReadEvidence(ServiceJson.Write(evidence)), "a\nb\nc\n");

        Assert.Equal(("n=5", 3, 3, 2, 1), (witness!.Sizes, witness.Line, witness.Threads, witness.Thread, witness.Lane));
        Assert.Equal(new WitnessElement("y[4]", "NaN", "Infinity"), witness.Element);
        Assert.Equal<WitnessValue>([new("i", "4"), new("x[0]", "-0")], witness.Indices.Concat(witness.Inputs));
    }

    [Fact]
    public void AFailureIsACounterexampleOnlyWhereACallShowsIt()
    {
        var wrong = new Failure(Level.Verification, "y[0] is 1") { Sizes = "n=3", Element = new DifferentElement("y[0]", 2, 1) };

        Assert.Equal(new WitnessElement("y[0]", "2", "1"), WitnessItem.Of(new([], wrong, null, null, []), "")!.Element);
        Assert.Null(WitnessItem.Of(new([], new(Level.Compile, "it does not compile"), null, null, []), ""));
    }

    private static readonly string Unrolled = File.ReadAllText(Repository.PathOf("corpus/axpy/accept/unrolled_by_eight.c"));

    private static async Task Score(Service service, params string[] completions)
    {
        foreach (var completion in completions)
        {
            await service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion } } });
        }
    }

    private static IEnumerable<(string Number, string Level, string Speed)> Entries(JsonElement activity) => activity.GetProperty("entries").EnumerateArray()
        .Select(entry => (entry.GetProperty("number").ToString(), entry.GetProperty("level").ToString(), entry.GetProperty("speed").ToString()));

    private static IEnumerable<(int Line, string Kind)> Marks(JsonElement detail) => detail.GetProperty("marks").EnumerateArray()
        .Select(mark => (mark.GetProperty("line").GetInt32(), mark.GetProperty("kind").GetString()!));
}
