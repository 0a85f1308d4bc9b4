using System.Collections.Immutable;
using System.Text.Json;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Receipts;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Rewards.Service;

/// <summary>One submission to be evaluated.</summary>
/// <param name="Task">The task it is for, which the service must have.</param>
/// <param name="Response">A model's whole response, or C and nothing else.</param>
public sealed record ScoreRequest(string Task, string Response, EvaluationOptions Options)
{
    /// <summary>Whether what is known does not count: all is found out again, and kept instead. The result has the same name.</summary>
    public bool IsFresh { get; init; }
}

/// <summary>What is known of a submission.</summary>
/// <param name="Name">The name of the result.</param>
/// <param name="IsCached">Whether it was known before somebody asked.</param>
public sealed record ScoreAnswer(ContentHash Name, Evidence Evidence, bool IsCached);

/// <summary>
/// Evidence for submissions: looked up if it is known, found once however many ask, and kept. What a task's static rules reject is answered here;
/// all else is the evaluator's work. Equal kernels in different prose are one kernel.
/// </summary>
/// <param name="cache">Null where nothing is kept.</param>
/// <param name="gate">Shared with whoever measures on this machine.</param>
public sealed class ScoringService(
    IReadOnlyDictionary<string, KnownTask> tasks, FrontEnd frontEnd, IEvaluator evaluator, ResultCache? cache, EvaluationEnvironment environment, NodeGate gate)
{
    private const string Blanks = " \t\r\n\v\f";

    /// <summary>Reading may have to wait for a measurement, on a thread that others need as well: so not many at once.</summary>
    private readonly TaskScheduler _readers = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, System.Environment.ProcessorCount).ConcurrentScheduler;

    private readonly SingleFlight<Evidence> _responses = new();
    private readonly SingleFlight<Evidence> _kernels = new();

    public IReadOnlyDictionary<string, KnownTask> Tasks { get; } = tasks;

    public EvaluationEnvironment Environment { get; } = environment;

    /// <summary>Jobs that were given to the evaluator and have no answer yet.</summary>
    public int Pending => evaluator.Pending;

    /// <summary>Why jobs are given to nobody at present; null where they are.</summary>
    public string? Problem => evaluator.Problem;

    /// <summary>Where jobs wait, and for how many hands.</summary>
    public ImmutableArray<QueueState> Queues => evaluator.Queues;

    /// <summary>The evidence for a submission.</summary>
    /// <param name="cancellation">Leaves; the work goes on while others wait for the same.</param>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async Task<ScoreAnswer> Evaluate(ScoreRequest request, CancellationToken cancellation)
    {
        var name = NameOf(request);
        if (Known(name, request) is { } known)
        {
            return new(name, known, true);
        }

        var evidence = await _responses.Join(FlightOf(name, request), abandoned => Read(name, request, abandoned), cancellation);
        return new(name, evidence, false);
    }

    /// <summary>The name that the result of a request has.</summary>
    public ContentHash NameOf(ScoreRequest request) => NameOf(request, "response", request.Response);

    /// <summary>The techniques of a submission, in the order of its text; nothing where it cannot be read.</summary>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<ImmutableArray<Diagnostic>> Techniques(string task, string response, CancellationToken cancellation) => Read(
        () => TimedAnalysis.Techniques(response, Tasks[task].Task, frontEnd, cancellation), cancellation);

    /// <summary>A sample of a receipt: what is known of a submission, and what that is worth.</summary>
    /// <param name="path">What the submission is called.</param>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async Task<ReceiptSample> Receipt(string path, ScoreRequest request, Evidence evidence, Score score, CancellationToken cancellation)
    {
        var (task, hash) = Tasks[request.Task];
        var source = await Read(() => TimedAnalysis.Submission(request.Response, task, frontEnd, cancellation), cancellation);
        return new(path, request.Task, hash, ReceiptSample.HashOf(source.ToBytes()), evidence, ReceiptScore.Of(score));
    }

    private Task<T> Read<T>(Func<T> read, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => gate.Glance(read, cancellation), cancellation, TaskCreationOptions.None, _readers);

    private ContentHash NameOf(ScoreRequest request, string kind, string text) => ContentHash.Of(
    [
        .. Environment.Parts, ContentHash.Part("task", request.Task), ContentHash.Part("specification", Tasks[request.Task].Hash),
        ContentHash.Part("options", JsonSerializer.SerializeToUtf8Bytes(request.Options, ServiceJson.Options)), ContentHash.Part(kind, text),
    ]);

    private async Task<Evidence> Read(ContentHash name, ScoreRequest request, CancellationToken abandoned)
    {
        if (Known(name, request) is { } known)
        {
            return known;
        }

        var (report, unknown) = await Analyse(request, abandoned);
        if (report is null)
        {
            return unknown!;
        }

        return report.Failure is { } failure
            ? Keep(name, request, new(report.Findings, failure, null, null, report.Elapsed))
            : await Judge(name, request, report, abandoned);
    }

    private async Task<(StaticReport? Report, Evidence? Unknown)> Analyse(ScoreRequest request, CancellationToken abandoned)
    {
        try
        {
            var task = Tasks[request.Task].Task;
            return await Read(() => TimedAnalysis.Run(request.Response, task, request.Options.Stage, frontEnd, abandoned), abandoned);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, Evidence.Unknown(exception));
        }
    }

    /// <summary>
    /// Has the kernel evaluated by itself, so that it is the same one whatever prose is around it, and puts the findings back to where the
    /// response has them. C that holds a fence could be read in another way without its prose: it stays as it is.
    /// Of the response it is kept only which kernel it holds, so that a kernel that is measured again is so in all its responses.
    /// </summary>
    private async Task<Evidence> Judge(ContentHash response, ScoreRequest request, StaticReport report, CancellationToken abandoned)
    {
        var code = report.Source.ToString();
        var isAlone = code.Contains("```", StringComparison.Ordinal) || code.Contains("~~~", StringComparison.Ordinal);
        var kernel = isAlone ? request.Response : code.Trim([.. Blanks]) + "\n";
        var name = NameOf(request, "kernel", kernel);
        var evidence = await _kernels.Join(FlightOf(name, request), given => Evaluate(name, request, kernel, given), abandoned);
        var before = isAlone ? 0 : report.Source.Code.Length - report.Source.Code.TrimStart([.. Blanks]).Length;
        if (evidence.Infrastructure is null)
        {
            cache?.Add(response, ServiceJson.Write(new KernelPlace(name, before)));
        }

        return Moved(evidence, before);
    }

    private async Task<Evidence> Evaluate(ContentHash name, ScoreRequest request, string kernel, CancellationToken abandoned)
    {
        if (Known(name, request) is { } known)
        {
            return known;
        }

        var job = new EvaluationJob(name, request.Task, Tasks[request.Task].Hash, kernel, request.Options);
        return Keep(name, request, await evaluator.Evaluate(job, abandoned));
    }

    /// <summary>Who wants it found out again waits for others who do, and not for those who began before.</summary>
    private static ContentHash FlightOf(ContentHash name, ScoreRequest request) => request.IsFresh ? ContentHash.Of(ContentHash.Part("fresh", name.Text)) : name;

    private Evidence? Known(ContentHash name, ScoreRequest request) => request.IsFresh ? null : Find(name);

    private static Evidence Moved(Evidence evidence, int distance) => evidence with
    {
        Findings = [.. evidence.Findings.Select(finding => finding with { Span = Moved(finding.Span, distance) })],
        Proof = evidence.Proof is { Witness: { } witness } proof ? proof with { Witness = witness with { Start = witness.Start + distance } } : evidence.Proof,
    };

    private static TextSpan Moved(TextSpan span, int distance) => span == default ? span : new(span.Start + distance, span.Length);

    /// <summary>What the cache has; nothing where it was written by a version that had other evidence.</summary>
    private Evidence? Find(ContentHash name)
    {
        try
        {
            return cache?.Find(name) is not { } body ? null
                : ServiceJson.ReadPlace(body) is not var (kernel, before) ? ServiceJson.ReadEvidence(body)
                : Find(kernel) is { } evidence ? Moved(evidence, before)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps what will be so again; a failure of ours may be over the next time.</summary>
    private Evidence Keep(ContentHash name, ScoreRequest request, Evidence evidence)
    {
        if (evidence.Infrastructure is null && request.IsFresh)
        {
            cache?.Replace(name, ServiceJson.Write(evidence));
        }
        else if (evidence.Infrastructure is null)
        {
            cache?.Add(name, ServiceJson.Write(evidence));
        }

        return evidence;
    }
}
