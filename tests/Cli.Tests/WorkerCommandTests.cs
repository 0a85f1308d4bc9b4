using HpcVerify.Chaos;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary><c>hpcverify worker</c> as a process: what it says where it cannot work, and how it ends.</summary>
public sealed class WorkerCommandTests : IDisposable
{
    /// <summary>Nobody listens there.</summary>
    private const string Nowhere = "amqp://guest:hidden@127.0.0.1:1";

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-worker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("no broker is named (--queue, or HPCVERIFY_QUEUE)")]
    [InlineData("the address of a broker is amqp://[user:password@]host[:port][/virtual-host]", "--queue", "http://user:hidden@x")]
    [InlineData("the address of a broker is amqp://", "--queue", "amqp://user:hid:hidden@x", "--class", "x")]
    [InlineData("the address of a broker is amqp://", "--queue", "amqp://x:99999")]
    [InlineData("the address of a broker is amqp://", "--queue", "127.0.0.1:5672")]
    [InlineData("the class of machines 'a b' is no name", "--queue", Nowhere, "--class", "a b")]
    [InlineData("a class of machines has queues at a broker only", "--class", "xeon")]
    [InlineData("'nothing'", "--queue", Nowhere, "--stage", "nothing")]
    [InlineData("--workers", "--queue", Nowhere, "--workers", "0")]
    public async Task WhatIsWrongIsSaidInASentence(string said, params string[] arguments)
    {
        using var worker = new ToolProcess(_folder, ["worker", .. arguments]);

        Assert.Equal((int)ExitCode.Usage, await worker.Ended());
        Assert.Contains(said, worker.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", worker.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", worker.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker", "trying again")]
    [InlineData("serve", "listening at")]
    public async Task ABrokerThatCannotBeReachedIsTriedAgainUntilTheEnd(string command, string goesOn)
    {
        using var process = new ToolProcess(_folder, [command, "--queue", Nowhere, "--class", "x", .. command == "serve" ? ["--url", "http://127.0.0.1:0"] : Array.Empty<string>()]);

        var line = await process.Says("cannot be reached");
        await process.Says(goesOn);

        Assert.StartsWith("hpcverify: the broker at amqp://127.0.0.1:1 cannot be reached: ", line, StringComparison.Ordinal);
        Assert.Equal((int)ExitCode.Terminated, await process.End());
        Assert.DoesNotContain("hidden", process.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokerThatRefusesIsNotTriedAgain()
    {
        if (Broker.IsInstalled)
        {
            using var broker = new Broker();
            broker.Start();
            using var worker = new ToolProcess(_folder, "worker", "--class", "x", "--queue", broker.Text.Replace("guest:guest", "guest:hidden", StringComparison.Ordinal));

            Assert.Equal((int)ExitCode.Usage, await worker.Ended());
            Assert.Contains("refuses the user name or password", worker.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("hidden", worker.Said, StringComparison.Ordinal);
        }
        else
        {
            Console.WriteLine("environment: no broker is installed (apt-get install rabbitmq-server); a test of 'worker' is left out");
        }
    }
}
