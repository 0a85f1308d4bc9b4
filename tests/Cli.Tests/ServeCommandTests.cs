using System.Diagnostics;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary><c>hpcverify serve</c> as a process: what it says, its token, and that it ends.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-served-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ItListensAnswersAndEndsWhenItIsTold()
    {
        using var process = Start("exec $TOOL serve --url http://127.0.0.1:0");
        var (address, said) = await Listening(process);
        var tokenFile = Directory.EnumerateFiles(_folder, "service.token", SearchOption.AllDirectories).Single();
        using var client = new HttpClient { BaseAddress = new(address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await File.ReadAllTextAsync(tokenFile)).Trim());

        var kernels = await client.GetStringAsync(new Uri("/v1/kernels", UriKind.Relative));
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

        Assert.Contains("callers send the token in", said, StringComparison.Ordinal);
        Assert.Contains("matmul-paper", kernels, StringComparison.Ordinal);
        Assert.Equal(143, process.ExitCode);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(tokenFile));
    }

    [Theory]
    [InlineData("$TOOL serve --url nonsense", "cannot listen at 'nonsense'")]
    [InlineData("$TOOL serve --url http://127.0.0.1:1/path", "cannot listen at")]
    [InlineData("$TOOL serve --token-file absent", "'absent' cannot be read: no such file")]
    [InlineData("touch empty; chmod 600 empty; $TOOL serve --token-file empty", "'empty' holds no token")]
    [InlineData("echo x >open; chmod 644 open; $TOOL serve --token-file open", "can be read or written by others")]
    [InlineData("echo x >text; $TOOL serve --cache $PWD/text", "cannot be used as a cache of results")]
    [InlineData("$TOOL serve --profile paper-sqd", "paper-sqd")]
    [InlineData("$TOOL serve --weights absent.json", "absent.json")]
    [InlineData("$TOOL serve --hardware absent", "absent")]
    [InlineData("$TOOL serve --hardware xeon-gold-6230 --class x --queue amqp://127.0.0.1:1", "'--hardware' is for a service that times kernels itself")]
    public async Task WhatIsWrongIsSaidInASentence(string line, string said)
    {
        using var process = Start(line);
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((2, true), (process.ExitCode, errors.Contains(said, StringComparison.Ordinal)));
        Assert.DoesNotContain("internal error", errors, StringComparison.Ordinal);
    }

    private static async Task<(string Address, string Said)> Listening(Process process)
    {
        const string Marker = "listening at ";
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Marker, StringComparison.Ordinal) is var at and >= 0)
            {
                return (line[(at + Marker.Length)..], string.Join('\n', said));
            }
        }

        throw new InvalidOperationException(string.Join('\n', said));
    }

    private Process Start(string line)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", $"cd {_folder}; {line}"]) { RedirectStandardError = true };
        start.Environment["TOOL"] = $"dotnet {typeof(CommandLine).Assembly.Location}";
        start.Environment["HPCVERIFY_CACHE"] = _folder;
        start.Environment["HPCVERIFY_CORPUS"] = Repository.PathOf("corpus");
        start.Environment.Remove("HPCVERIFY_TOKEN");
        return Process.Start(start)!;
    }
}
