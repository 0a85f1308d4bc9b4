using HpcVerify.Trainer.Reports.TensorBoard;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Reports;

/// <summary>
/// The logs of a run beside its archive: <c>metrics.jsonl</c>, and a file for TensorBoard. The archive is what counts: whoever begins or resumes makes both
/// again from it, so that a run which was killed has no step twice and none too few.
/// </summary>
public sealed class RunLog
{
    /// <summary>A line for each step.</summary>
    public const string MetricsFile = "metrics.jsonl";

    private readonly string _metrics, _events;
    private double _seconds;

    private RunLog(string folder, double begun) =>
        (_metrics, _events, _seconds) = (Path.Combine(folder, MetricsFile), Path.Combine(folder, EventFile.Name), begun);

    /// <summary>Writes what there is so far.</summary>
    /// <param name="begun">When the run was begun, in seconds since 1970; later times are that and what steps took.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static RunLog Open(string folder, SearchArchive archive, double begun)
    {
        var log = new RunLog(folder, begun);
        File.WriteAllText(log._metrics, "");
        File.WriteAllBytes(log._events, EventFile.Head(begun));
        foreach (var step in archive.Steps)
        {
            log.Add(step, archive.KernelsOfStep(archive.Run!.Hardware, step.Step));
        }

        return log;
    }

    /// <summary>Adds a step that is in the archive.</summary>
    public void Add(ArchivedStep step, IReadOnlyList<Kernel> kernels)
    {
        _seconds += step.Seconds.Values.Sum();
        var metrics = StepMetrics.Of(step, kernels);
        File.AppendAllText(_metrics, MetricsLine.Of(step.Step, metrics) + "\n");
        File.AppendAllBytes(_events, EventFile.Scalars(_seconds, step.Step, metrics));
    }
}
