using HpcVerify.Chaos;

namespace HpcVerify.Cli.Tests.Deploy;

/// <summary>The way to a broker that <c>deploy/ssh/forward.sh</c> keeps open, in both directions, with a real ssh server and real workers.</summary>
public sealed class SshForwardTests : IDisposable
{
    private const string Working = "working for the class 'tests'";

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-ssh-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task WorkersReachTheBrokerThroughSshAlsoAfterTheConnectionWasLost()
    {
        if (!Broker.IsInstalled || !SshNode.IsInstalled)
        {
            Console.WriteLine("environment: no broker or no ssh server is installed (apt-get install rabbitmq-server openssh-server); the test of a forwarded broker is left out");
            return;
        }

        using var broker = new Broker();
        var start = Task.Run(broker.Start);
        using var node = await SshNode.Start(_folder);
        await start;
        var (pulled, pushed) = (Broker.FreePort(), Broker.FreePort());
        using var pull = node.Forward("pull", broker.Port, pulled);
        using var push = node.Forward("push", broker.Port, pushed);
        using var near = Worker(pulled);
        using var far = Worker(pushed);
        await near.Says(Working);
        await far.Says(Working);

        await node.Lose("pull");
        await pull.Says("the connection to gpu-node has ended; trying again in 1 s");
        await near.Says("trying again");
        await near.Says(Working, times: 2);

        Assert.DoesNotContain("has ended", push.Said, StringComparison.Ordinal);
        Assert.Equal((143, 143, 0, 0), (await near.End(), await far.End(), await pull.End(), await push.End()));
    }

    private ToolProcess Worker(int port) => new(_folder, "worker", "--queue", FormattableString.Invariant($"amqp://guest:guest@127.0.0.1:{port}"), "--class", "tests", "--workers", "1");
}
