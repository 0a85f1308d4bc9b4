using HpcVerify.Chaos;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests.Deploy;

/// <summary>A worker as a job of Slurm's, by <c>deploy/slurm/worker.sbatch</c>.</summary>
public sealed class SlurmWorkerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-slurm-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task JobWorksAndIsCompleteOnceItIsToldToEnd()
    {
        if (!Broker.IsInstalled || !SlurmNode.IsPossible)
        {
            Console.WriteLine("environment: no broker, no Slurm, or not root (apt-get install rabbitmq-server slurmctld slurmd munge); the test of a worker as a job is left out");
            return;
        }

        using var broker = new Broker();
        var start = Task.Run(broker.Start);
        using var node = await SlurmNode.Start(_folder);
        await start;
        var output = Path.Combine(_folder, "job.out");
        var job = await node.Answer(
            [$"HPCVERIFY={Executable.OfTool(_folder)}", $"HPCVERIFY_QUEUE={broker.Text}"],
            "sbatch", "--parsable", $"--output={output}", $"--chdir={_folder}", Repository.PathOf("deploy/slurm/worker.sbatch"), "--class", "tests", "--workers", "1");
        await node.Until("working for the class 'tests'", "cat", output);

        await node.Answer([], "scancel", "--batch", "--signal=TERM", job);

        await node.Until("JobState=COMPLETED", "scontrol", "show", "job", job);
    }
}
