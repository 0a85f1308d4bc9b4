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
    [InlineData("$TOOL serve --url http://0.0.0.0:99999", "cannot listen at 'http://0.0.0.0:99999': a port is from 0 to 65535")]
    [InlineData("$TOOL serve --url http://127.0.0.1:eighty", "what is behind the colon is no port")]
    [InlineData("$TOOL serve --url https://127.0.0.1:0", "an address begins with 'http://'")]
    [InlineData("$TOOL serve --url http://192.0.2.1:80", "cannot listen at 'http://192.0.2.1:80'")]
    [InlineData("$TOOL serve --token-file $PWD", "cannot be read: it is a directory")]
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

    [Theory]
    [InlineData("--url http://127.0.0.1:99999")]
    [InlineData("--queue nonsense --class x")]
    public async Task NothingIsMadeForAServiceThatCannotBe(string arguments)
    {
        using var process = Start($"$TOOL serve {arguments}");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.DoesNotContain("callers send the token", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
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
