using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using HpcVerify.Chaos;

namespace HpcVerify.Cli.Tests.Deploy;

/// <summary>A cluster of one's own with this machine as its only node: Slurm's two daemons, and munge for them to believe each other.</summary>
internal sealed class SlurmNode : IDisposable
{
    private const string Folder = "/usr/sbin";

    private readonly string _folder;
    private readonly List<ToolProcess> _daemons = [];

    private SlurmNode(string folder) => _folder = folder;

    /// <summary>Whether this machine has it, and this user may be the one whom its daemons run as.</summary>
    public static bool IsPossible =>
        Environment.IsPrivilegedProcess && ((string[])["munged", "slurmctld", "slurmd"]).All(name => File.Exists(Path.Combine(Folder, name)));

    public static async Task<SlurmNode> Start(string folder)
    {
        var node = new SlurmNode(folder);
        try
        {
            await node.Start();
            return node;
        }
        catch
        {
            node.Dispose();
            throw;
        }
    }

    /// <summary>A command of Slurm's, with more in its environment.</summary>
    public ToolProcess Run(string[] settings, params string[] command) => ToolProcess.Of(_folder, "env", [$"SLURM_CONF={In("slurm.conf")}", .. settings, .. command]);

    public async Task<string> Answer(string[] settings, params string[] command)
    {
        using var process = Run(settings, command);
        Assert.True(await process.Ended() == 0, process.Said);
        return process.Said.Trim();
    }

    /// <summary>Asks again until the answer has these words.</summary>
    public async Task Until(string words, params string[] command)
    {
        var answer = "";
        for (var clock = Stopwatch.StartNew(); !answer.Contains(words, StringComparison.Ordinal); await Task.Delay(200))
        {
            using var process = Run([], command);
            await process.Ended();
            answer = process.Said;
            Assert.True(clock.Elapsed < ToolProcess.Patience, $"no '{words}': {answer}");
        }
    }

    public void Dispose() => _daemons.ForEach(daemon => daemon.Dispose());

    private async Task Start()
    {
        File.WriteAllBytes(In("munge.key"), RandomNumberGenerator.GetBytes(1024));
        Executable.SetMode(In("munge.key"), "400");
        var host = Environment.MachineName.Split('.')[0];
        File.WriteAllText(In("slurm.conf"), string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=tests
            SlurmctldHost={host}(127.0.0.1)
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            SlurmctldPort={Broker.FreePort()}
            SlurmdPort={Broker.FreePort()}
            AuthType=auth/munge
            AuthInfo=socket={In("munge.socket")}
            StateSaveLocation={In("state")}
            SlurmdSpoolDir={In("spool")}
            SlurmctldPidFile={In("slurmctld.pid")}
            SlurmdPidFile={In("slurmd.pid")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SwitchType=switch/none
            MpiDefault=none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            ReturnToService=2
            NodeName={host} NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN
            PartitionName=all Nodes={host} Default=YES State=UP

            """));
        Begin(
            "munged", "--foreground", "--force", $"--socket={In("munge.socket")}", $"--key-file={In("munge.key")}", $"--log-file={In("munge.log")}",
            $"--pid-file={In("munge.pid")}", $"--seed-file={In("munge.seed")}");
        for (var clock = Stopwatch.StartNew(); !File.Exists(In("munge.socket")); await Task.Delay(50))
        {
            Assert.True(clock.Elapsed < ToolProcess.Patience, _daemons[0].Said);
        }

        Begin("slurmctld", "-D", "-f", In("slurm.conf"));
        Begin("slurmd", "-D", "-f", In("slurm.conf"));
        await Until("idle", "sinfo", "--noheader");
    }

    private void Begin(string daemon, params string[] arguments) => _daemons.Add(ToolProcess.Of(_folder, Path.Combine(Folder, daemon), arguments));

    private string In(string name) => Path.Combine(_folder, name);
}
