using HpcVerify.Cli;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Service;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Server.Tests;

/// <summary>What a result depends on is in its name, so that no other question finds it.</summary>
public sealed class ResultNameTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-names-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ASpeedUnderAnotherSpecificationIsAnotherResult()
    {
        var workbench = new Workbench(Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable) with { CorpusDirectory = Repository.PathOf("corpus") }, Confinement.Required, CancellationToken.None);
        var (local, problem) = LocalTools.Open(workbench, OptimizationLevel.Full, null);
        Assert.Null(problem);
        var (xeon, epyc) = (Machine("xeon-gold-6230"), Machine("epyc-9654"));
        var slower = xeon with { Clock = xeon.Clock with { BoostGhz = 1 } };

        var known = new List<bool>();
        foreach (var machine in new[] { null, xeon, epyc, slower, xeon, null })
        {
            var (service, unopened) = LocalService.Open(local! with { Environment = local.Environment.Under(machine) }, Path.Combine(_folder, "results.db"), _ => new CountingEvaluator());
            Assert.Null(unopened);
            using (service)
            {
                known.Add((await service!.Scoring.Evaluate(new(Kernels.Task, Kernels.Right, EvaluationOptions.Usual), CancellationToken.None)).IsCached);
            }
        }

        Assert.Equal([false, false, false, false, true, true], known);
    }

    private static HardwareSpecification Machine(string name) => HardwareReader.Find(Repository.PathOf("corpus/hardware"), name).Specification!;
}
