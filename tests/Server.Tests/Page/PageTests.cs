using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace HpcVerify.Server.Tests.Page;

public sealed class PageTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    private static readonly string Unrolled = File.ReadAllText(Repository.PathOf("corpus/axpy/accept/unrolled_by_eight.c"));

    [Fact]
    public async Task LoadsUnderItsPolicyWithoutAComplaintAndAsksNobodyElse()
    {
        await using var service = await Service.Start();
        await Score(service, Unrolled, Kernels.Marked("WRONG"));
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        await visit.Wait("document.querySelectorAll('.code li').length > 5");

        Assert.Empty(visit.Complaints);
        Assert.All(visit.Requests, request => Assert.Equal(service.Address, new Uri(new Uri(request), "/")));
        Assert.DoesNotContain("key", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("", await visit.Page.EvaluateAsync<string>("document.cookie"));
    }

    [Fact]
    public async Task WhatIsScoredAppearsByItself()
    {
        await using var service = await Service.Start();
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        Assert.Equal("0", await visit.Text("#funnel [data-step='right'] .count"));
        await Score(service, Unrolled, Kernels.Numbered(1), Kernels.Marked("WRONG"), Kernels.Marked("BROKEN"), Kernels.Rejected(1));
        await visit.Wait("document.querySelectorAll('#recent tbody tr').length === 5");

        Assert.Equal(["4 (100 %)", "3 (75 %)", "3 (75 %)", "3 (75 %)", "3 (75 %)", "3 (75 %)", "2 (50 %)"], await visit.Page.Locator("#funnel .count").AllInnerTextsAsync());
        Assert.Equal("Beside these: 1 unscored, 0 cut short.", await visit.Text("#apart"));
        Assert.Equal((4, 2), (await visit.Count("#reward circle"), await visit.Count("#speed circle")));
        Assert.Contains("12.5 GFLOPS", await visit.Text("#best"), StringComparison.Ordinal);
        Assert.Contains("Evaluations that were begun and are not done.", await visit.Text("#health"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QueuesAreShownWithTheirWorkers()
    {
        await using var service = await Service.Start();
        service.Evaluator.Queues = [new("xeon", ScoringStages.Verification, 7, 4), new("xeon", ScoringStages.Timing, 2, 0)];
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        await visit.Wait("document.querySelectorAll('#queues tbody tr').length === 2");

        Assert.Equal(["xeon", "verification", "7", "4", "xeon", "timing", "2", "0"], await visit.Page.Locator("#queues td").AllInnerTextsAsync());
        Assert.Equal(1, await visit.Count("#queues .failed"));
    }

    [Fact]
    public async Task TheBestKernelHasMarksInItsGutter()
    {
        await using var service = await Service.Start();
        await Score(service, Unrolled);
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        await visit.Wait("document.querySelectorAll('.code [data-marked=technique]').length > 0");
        var marked = visit.Page.Locator(".code [data-marked=technique]").First;

        Assert.Equal("◆", await marked.Locator(".gutter").InnerTextAsync());
        Assert.Matches("^HV2[0-9]{3} ", await marked.Locator(".notes").First.InnerTextAsync());
        Assert.Equal(Unrolled.Split('\n').Length, await visit.Count(".code li"));
    }

    [Fact]
    public async Task FindingsHaveMarksOnTheirLines()
    {
        await using var service = await Service.Start();
        await Score(service, "/* one */\nint main(void) { return 0; }");
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        await visit.Page.Locator("#recent button").ClickAsync();
        await visit.Wait("document.querySelectorAll('.code [data-marked=error]').length > 0");

        Assert.Equal("✕", await visit.Page.Locator(".code [data-marked=error] .gutter").First.InnerTextAsync());
    }

    [Fact]
    public async Task ACounterexampleShowsSizesValuesLaneAndThread()
    {
        await using var service = await Service.Start();
        service.Evaluator.Answer = _ => new([], new(Level.Verification, "refuted at n=9"), null, null, [])
        {
            Proof = new(ProofState.Refuted, "memory: a store is outside of 'y'", "n=9")
            {
                Witness = new("a store is outside of 'y'", "n=9", Unrolled.IndexOf("for", StringComparison.Ordinal), 3, 1, 5, new("y[9]", 2.5, double.NaN), [new("i", 8)], [new("x[8]", 0.25)]),
                Lines = [new("memory", "refuted", "a store is outside of 'y', with n=9", false, null)],
            },
        };
        await Score(service, Unrolled);
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        await visit.Wait("document.querySelector('[data-cells=lane]') !== null");

        Assert.Equal(
            ["1, axpy", "a store is outside of 'y'", "n=9", "6", "y[9]", "2.5", "NaN", "i = 8"],
            (await visit.Page.Locator("#witness dd").AllInnerTextsAsync()).Take(8).Select(text => text.Trim()));
        Assert.Equal(("8", "5"), ((await visit.Count("[data-cells=lane] li")).ToString(System.Globalization.CultureInfo.InvariantCulture), await visit.Text("[data-cells=lane] .hit")));
        Assert.Equal((3, "1"), (await visit.Count("[data-cells=thread] li"), await visit.Text("[data-cells=thread] .hit")));
        Assert.Equal("x[8] = 0.25", await visit.Text("[data-fact=inputs] li"));
    }

    [Fact]
    public async Task TheKeyboardReachesWhatTheMouseDoesAndStaysWhereItIs()
    {
        await using var service = await Service.Start();
        await Score(service, Unrolled, Kernels.Numbered(7));
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        await visit.Wait("document.querySelectorAll('#recent button').length === 2");
        for (var presses = 0; presses < 20 && await visit.Page.EvaluateAsync<string?>("document.activeElement.closest('#recent tbody') && document.activeElement.dataset.number") != "2"; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Wait("document.getElementById('kernel').textContent.includes('submission 2')");
        await Score(service, Kernels.Numbered(8));
        await visit.Wait("document.querySelectorAll('#recent button').length === 3");

        Assert.Equal("2", await visit.Page.EvaluateAsync<string>("document.activeElement.dataset.number"));
        Assert.Contains("/* 7 */", await visit.Text(".code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APhoneIsWideEnoughAndDarkIsDark()
    {
        await using var service = await Service.Start();
        await Score(service, Unrolled, Kernels.Marked("WRONG"));
        var backs = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var visit = await browser.Visit(service, output, new() { ColorScheme = scheme, ViewportSize = new() { Width = 360, Height = 740 } });
            if (visit is null)
            {
                return;
            }

            await visit.Wait("document.querySelectorAll('.code li').length > 5");
            Assert.Equal(360, await visit.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
            backs.Add(await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        }

        Assert.Equal(["rgb(246, 247, 249)", "rgb(20, 23, 27)"], backs);
    }

    [Fact]
    public async Task AServiceThatIsGoneIsSaidToBeGone()
    {
        await using var service = await Service.Start();
        await using var visit = await browser.Visit(service, output);
        if (visit is null)
        {
            return;
        }

        await service.Stop();
        await visit.Wait("document.getElementById('state').textContent.startsWith('no answer')");
    }

    private static async Task Score(Service service, params ImmutableArray<string> completions)
    {
        foreach (var completion in completions)
        {
            await service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion } } });
        }
    }
}
