using Microsoft.Playwright;
using Xunit.Abstractions;

namespace HpcVerify.Server.Tests.Page;

/// <summary>A Chromium without a window, for all tests of a class; the machine's own, and none where it has none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Array.Find(Programs, File.Exists) is { } program)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program });
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>A visit to a service's page by its link; null, and a line in the log, where there is no Chromium.</summary>
    internal async Task<Visit?> Visit(Service service, ITestOutputHelper output, BrowserNewContextOptions? options = null, Func<IPage, Task>? before = null)
    {
        if (_browser is null)
        {
            output.WriteLine("environment: there is no Chromium, so that the page is not looked at");
            return null;
        }

        var context = await _browser.NewContextAsync(options ?? new());
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Begin(service.Page, before);
        return visit;
    }
}

/// <summary>One page that is looked at, with all that the browser complained of and all that it asked for.</summary>
internal sealed class Visit(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    public IPage Page { get; } = page;

    /// <summary>Errors of the console, exceptions, dialogs and violations of the policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Addresses.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public async Task Begin(Uri link, Func<IPage, Task>? before)
    {
        Page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        Page.PageError += (_, error) => Note(true, error);
        Page.Dialog += async (_, dialog) =>
        {
            Note(true, $"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        Page.Request += (_, request) => _requests.Add(request.Url);
        await Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', event => console.error('policy', event.violatedDirective, event.blockedURI, event.sample))");
        await (before?.Invoke(Page) ?? Task.CompletedTask);
        await Page.GotoAsync(link.ToString());
        await Wait("document.getElementById('state').textContent === 'ready'");
    }

    /// <summary>Waits until an expression of JavaScript is true.</summary>
    public Task Wait(string expression) => Page.WaitForFunctionAsync($"() => {expression}", null, new() { Timeout = 60_000 });

    public Task<string> Text(string selector) => Page.Locator(selector).InnerTextAsync();

    public Task<int> Count(string selector) => Page.Locator(selector).CountAsync();

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            _complaints.Add(text);
        }
    }
}
