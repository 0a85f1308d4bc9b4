using System.Text.Json.Nodes;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace HpcVerify.Server.Tests.Page;

/// <summary>Whoever writes kernels writes what the page shows; it has to stay text.</summary>
public sealed class HostileTextTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    private const string Markup =
        "</span></script><script>window.owned = 1</script><img src=x onerror='window.owned = 2'><svg onload='window.owned = 3'><iframe src='javascript:parent.owned = 4'></iframe>"
        + "<style>body { display: none }</style><base href='https://elsewhere.invalid/'><a href='javascript:window.owned = 5' autofocus onfocus='window.owned = 6'>x</a>\" onmouseover=\"window.owned = 7";

    /// <summary>Marks that turn text around, a terminal's sequences, and characters that cannot be seen.</summary>
    private const string Invisible = "\u202Ereversed\u2066\u2069 \u001b[31mred\u001b]8;;https://elsewhere.invalid\u0007 \u200bzero\u0000\u0085\u2028\ufeff\U000E0041";

    private const string Hostile = Markup + Invisible;

    private static readonly string[] OddCharacters = ["\u202E", "\u2066", "\u2069", "\u001b", "\u0007", "\u200b", "\u0000", "\u0085", "\u2028", "\ufeff", "\U000E0041"];

    /// <summary>What others than the service itself have a say in.</summary>
    private static readonly HashSet<string> Foreign = ["task", "reason", "code", "message", "detail", "what", "sizes", "name", "expected", "actual", "value", "help", "obstacle", "class"];

    [Fact]
    public async Task InKernelsAndMessagesItStaysText()
    {
        await using var service = await Service.Start();
        service.Evaluator.Answer = _ => new([new(new("HV1101", Severity.Error, Hostile, "{0}", ""), new(3, 1), Hostile)], new(Level.Verification, Hostile) { Sizes = Hostile }, null, null, [])
        {
            Proof = new(ProofState.Refuted, Hostile, Hostile)
            {
                Witness = new(Hostile, Hostile, 0, 2, 1, 3, new(Hostile, 1, 2), [new(Hostile, 1)], [new(Hostile, 1)]),
                Lines = [new("memory", "refuted", Hostile, false, Hostile)],
            },
        };
        var unread = $"{Hostile}\n```c\n{Kernels.Right}\n// {Hostile}\n```\n";
        await service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion = unread }, new { task = Kernels.Task, completion = $"/* {Markup} */\n{Kernels.Right}" } } });
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        foreach (var (level, places) in new (string, string[])[] { ("format", ["#kernel"]), ("verification", ["#kernel", "#witness", "#recent"]) })
        {
            await visit.Page.Locator("#recent tr", new() { HasText = level }).Locator("button").ClickAsync();
            await visit.Wait($"document.querySelectorAll('.code li').length > 5 && document.getElementById('kernel').textContent.includes('{level}')");

            await AssertInert(visit, places);
        }
    }

    [Fact]
    public async Task InNamesAndEverythingElseThatIsAskedForItStaysText()
    {
        await using var service = await Service.Start();
        service.Evaluator.Queues = [new("xeon", ScoringStages.Timing, 1, 0)];
        await service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion = Kernels.Right }, new { task = Kernels.Task, completion = Kernels.Marked("WRONG") } } });
        await using var visit = await browser.Visit(service, output, before: page => page.RouteAsync("**/v1/activity**", Spoil));
        if (visit is null)
        {
            return;
        }

        await visit.Wait("document.querySelectorAll('.code li').length > 0 && document.querySelector('#witness dd') !== null");

        await AssertInert(visit, "#kernel", "#witness", "#recent", "#best", "#task", "#queues", "#health");
    }

    /// <summary>Answers as the service does, with every foreign text replaced.</summary>
    private static async Task Spoil(IRoute route)
    {
        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        Replace(body);
        await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
    }

    private static void Replace(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (Foreign.Contains(name) && value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    {
                        members[name] = Hostile;
                    }

                    Replace(value);
                }

                break;
            case JsonArray elements:
                elements.ToList().ForEach(Replace);
                break;
            default:
                break;
        }
    }

    private static async Task AssertInert(Visit visit, params string[] places)
    {
        await visit.Page.Locator("body").HoverAsync();
        foreach (var place in places)
        {
            var text = await visit.Page.Locator(place).EvaluateAsync<string>("element => element.textContent");
            Assert.Contains("<img src=x onerror=", text, StringComparison.Ordinal);
            Assert.Contains("U+202E", text, StringComparison.Ordinal);
            Assert.DoesNotContain(OddCharacters, odd => text.Contains(odd, StringComparison.Ordinal));
        }

        var titles = await visit.Page.EvaluateAsync<string>("[...document.querySelectorAll('*')].flatMap(element => [...element.attributes].filter(one => one.name !== 'data-gauge').map(one => one.value)).join('\\n')");
        Assert.DoesNotContain(OddCharacters, odd => titles.Replace(Hostile, "", StringComparison.Ordinal).Contains(odd, StringComparison.Ordinal));
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.owned === undefined"));
        Assert.Equal(0, await visit.Count("img, iframe, base, a, style, script:not([src='/page/page.js']), svg:not(.chart > svg)"));
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("[...document.querySelectorAll('*')].filter(element => [...element.attributes].some(one => one.name.startsWith('on'))).length"));
        Assert.Empty(visit.Complaints);
        Assert.DoesNotContain(visit.Requests, request => request.Contains("invalid", StringComparison.Ordinal) || request.EndsWith("/x", StringComparison.Ordinal));
    }
}
