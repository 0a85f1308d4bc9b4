using HpcVerify.Chaos;
using HpcVerify.Distribution;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

// A worker whose evaluation is fake: <address> <class> <stages> <journal>. Every evaluation that ends is a line of the journal, by the job's name.
var address = QueueAddress.Parse(args[0]).Address!;
var layout = QueueLayout.Of(args[1]).Layout!;
var stages = Enum.Parse<ScoringStages>(args[2]);
using var worker = new QueueWorker(
    address, layout, WorkerProcess.Toolset,
    new[] { ScoringStages.Verification, ScoringStages.Timing }.Where(stage => stages.HasFlag(stage)).Select(stage => new WorkerStage(stage, Evaluate)),
    Console.WriteLine);
Console.WriteLine(await worker.Run(CancellationToken.None, CancellationToken.None));
return 1;

Evidence Evaluate(EvaluationJob job, CancellationToken cancellation)
{
    var evidence = FakeEvaluation.Run(job, cancellation);
    Console.WriteLine(WorkerProcess.Worked);
    File.AppendAllText(args[3], $"{job.Options.Stages} {job.Name}\n");
    return evidence;
}
