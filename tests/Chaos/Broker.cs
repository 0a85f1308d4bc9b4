using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HpcVerify.Distribution;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Chaos;

/// <summary>
/// A RabbitMQ broker of one's own: ports, node name and files that nobody else has. It is killed with whoever started it, because the shell that watches
/// over it reads from a pipe of ours, and kills its process group when that closes.
/// </summary>
public sealed class Broker : IDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private const string Watch = """
        epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 </dev/null >/dev/null 2>&1 &
        /usr/lib/rabbitmq/bin/rabbitmq-server </dev/null >"$HOME/output" 2>&1 &
        read -r line
        kill -KILL 0
        """;

    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3), GreetPatience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-broker-").FullName;
    private readonly int _port = FreePort(), _distribution = FreePort(), _names = FreePort();
    private Process? _shell;

    /// <summary>Whether this machine has a broker to start.</summary>
    public static bool IsInstalled => File.Exists(Server);

    public int Port => _port;

    public QueueAddress Address => QueueAddress.Parse(Text).Address!;

    public string Text => string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{_port}");

    /// <summary>A port on loopback at which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it with the messages it had, and waits until it can be worked with.</summary>
    /// <exception cref="InvalidOperationException">It does not start; the message has its last words.</exception>
    public void Start()
    {
        File.WriteAllText(In("plugins"), "[].");
        File.WriteAllText(In("rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{_port}
            disk_free_limit.absolute = 1MB

            """);
        var start = new ProcessStartInfo("setsid", ["bash", "-c", Watch]) { RedirectStandardInput = true };
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }

        _shell = Process.Start(start)!;
        var clock = Stopwatch.StartNew();
        while (!Answers())
        {
            if (clock.Elapsed > StartPatience || _shell.HasExited)
            {
                throw new InvalidOperationException($"the broker does not start: {string.Join(' ', File.ReadLines(In("output")).TakeLast(3))}");
            }

            Thread.Sleep(100);
        }
    }

    /// <summary>Returns once a job waits for a stage. A broker gives out what it can, so that all workers of the stage have a job at hand then.</summary>
    /// <exception cref="TimeoutException">None does.</exception>
    public async Task UntilOneWaits(QueueLayout layout, ScoringStages stage, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await using var session = await BrokerSession.Open(Address, "test", limit.Token);
        var channel = await session.OpenChannel(prefetch: 1, limit.Token);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < patience; await Task.Delay(10, CancellationToken.None))
        {
            if ((await layout.Look(channel, limit.Token)).Any(queue => queue.Stage == stage && queue.Waiting > 0))
            {
                return;
            }
        }

        throw new TimeoutException($"no job waits for {stage}");
    }

    /// <summary>Kills it and all that belongs to it at once, as a loss of power would.</summary>
    public void Kill()
    {
        if (_shell is { } shell)
        {
            _shell = null;
            shell.StandardInput.Close();
            shell.WaitForExit();
            shell.Dispose();
        }
    }

    public void Dispose()
    {
        Kill();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A process of the group is still on its way out; the files are in the folder for temporary ones.
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = _folder,
        ["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"hpcverify-{_port}@localhost"),
        ["RABBITMQ_NODE_PORT"] = _port.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_DIST_PORT"] = _distribution.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_PORT"] = _names.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
        ["RABBITMQ_CONF_ENV_FILE"] = In("none"),
        ["RABBITMQ_MNESIA_BASE"] = In("data"),
        ["RABBITMQ_LOG_BASE"] = In("log"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("plugins"),

        // Idle schedulers are to sleep: the processors are for those who work.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none",
    };

    private string In(string name) => Path.Combine(_folder, name);

    /// <summary>Whether somebody can log in and open a channel: the port is open earlier, while connections still fail.</summary>
    private bool Answers()
    {
        try
        {
            using var patience = new CancellationTokenSource(GreetPatience);
            Greet(patience.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (Exception exception) when (exception is BrokerException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Greet(CancellationToken cancellation)
    {
        await using var session = await BrokerSession.Open(Address, "test", cancellation);
        await session.OpenChannel(prefetch: 1, cancellation);
    }
}
