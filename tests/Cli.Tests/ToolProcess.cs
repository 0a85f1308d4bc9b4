using System.Diagnostics;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>The program as a process that goes on until it is told to end, and what it says on standard error meanwhile. It dies with its test.</summary>
internal sealed class ToolProcess : IDisposable
{
    /// <summary>How long anything may take that is waited for: machines that run tests are busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly List<string> _said = [];

    /// <param name="folder">For what it keeps; it sees no settings of whoever runs the tests.</param>
    public ToolProcess(string folder, params string[] arguments)
        : this(folder, "dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
    {
    }

    private ToolProcess(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in Settings(folder))
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("HPCVERIFY_QUEUE");
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public const string Token = "secret of the tests";

    /// <summary>The same for another program, such as a script that starts this one.</summary>
    public static ToolProcess Of(string folder, string program, params string[] arguments) => new(folder, program, arguments);

    /// <summary>What it runs with; the tasks are those of 'corpus' in the folder where there is such a one.</summary>
    public static Dictionary<string, string> Settings(string folder) => new()
    {
        ["HPCVERIFY_CACHE"] = folder,
        ["HPCVERIFY_CORPUS"] = Directory.Exists(Path.Combine(folder, "corpus")) ? Path.Combine(folder, "corpus") : Repository.PathOf("corpus"),
        ["HPCVERIFY_TOKEN"] = Token,
        ["HPCVERIFY_KEY"] = Path.Combine(folder, "receipt.key"),
    };

    public bool HasEnded => _process.HasExited;

    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>The first line that has these words, or a later one: the second, the third.</summary>
    public async Task<string> Says(string words, int times = 1)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            var isOver = HasEnded || clock.Elapsed > Patience;
            if (Said.Split('\n').Where(line => line.Contains(words, StringComparison.Ordinal)).ElementAtOrDefault(times - 1) is { } line)
            {
                return line;
            }

            Assert.False(isOver, $"'{words}' was not said: {Said}");
        }
    }

    /// <summary>A client of the service that it is.</summary>
    public async Task<HttpClient> Client()
    {
        const string Marker = "listening at ";
        var line = await Says(Marker);
        var client = new HttpClient { BaseAddress = new(line[(line.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..]), Timeout = 5 * Patience };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return client;
    }

    /// <summary>Its exit code, once it has ended.</summary>
    public async Task<int> Ended()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end.</summary>
    public async Task<int> End()
    {
        using var signal = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{_process.Id}")]);
        await signal.WaitForExitAsync();
        return await Ended();
    }

    /// <summary>Kills it as a loss of power would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    /// <summary>The end of a stream is no line.</summary>
    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.AddRange(line is null ? [] : [line]);
        }
    }
}
