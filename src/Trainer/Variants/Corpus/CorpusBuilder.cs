using System.Collections.Concurrent;
using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Hardware;

namespace HpcVerify.Trainer.Variants.Corpus;

/// <summary>What a corpus is made of.</summary>
/// <param name="Count">Edits.</param>
/// <param name="Licence">Of what is generated.</param>
/// <param name="Version">Of this tool, for the record of where edits come from.</param>
public sealed record CorpusRequest(ImmutableArray<KernelTask> Tasks, int Count, ulong Seed, EditOptions Edits, string Licence, string Version);

/// <summary>Makes lines of a corpus from drawn edits. Speeds depend on the machine they are measured on; all else follows from the request.</summary>
/// <param name="jobs">How many kernels are judged at once.</param>
public sealed class CorpusBuilder(FrontEnd frontEnd, ImmutableArray<HardwareSpecification> machines, IKernelJudge judge, int jobs)
{
    private readonly ConcurrentDictionary<(string Task, string Code), Judgement> _judged = [];

    /// <summary>How many kernels have been judged; the same text is judged once.</summary>
    public int Judged => _judged.Count;

    /// <summary>The lines of a corpus.</summary>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public ImmutableArray<CorpusLine> Build(CorpusRequest request, CancellationToken cancellation)
    {
        var tasks = request.Tasks.ToImmutableDictionary(task => task.Name);
        var fastest = tasks.Keys.ToImmutableDictionary(task => task, PredictedSpeed.FastestTenth);
        var edits = new EditSampler([.. request.Tasks.Select(task => task.Name)], machines, request.Edits).Draw(request.Seed).Take(request.Count).ToImmutableArray();
        var kernels = edits.SelectMany(edit => new[] { (edit.Task, edit.Source.Code), (edit.Task, edit.Target.Code) }).Distinct();
        Parallel.ForEach(kernels, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, kernel =>
            _judged[kernel] = judge.Judge(tasks[kernel.Task], kernel.Code, cancellation));
        return [.. edits.Select((edit, index) => LineOf(edit, request, index, tasks[edit.Task].EntryPoint, PretrainingSet.SplitOf(edit, fastest[edit.Task])))];
    }

    /// <summary>Names of techniques, each once; none of what is no C.</summary>
    internal static ImmutableArray<string> TechniquesIn(Checked<SyntaxTree> parsed, string entry) => parsed.Value.Errors.Any() || parsed.Diagnostics.Any(finding => finding.Rule.Severity == Severity.Error)
        ? []
        : TechniqueSuite.Names(parsed.Value, entry);

    private CorpusLine LineOf(Edit edit, CorpusRequest request, int index, string entry, Split split)
    {
        var (source, fromSource) = KernelOf(edit.Source, edit.SourceMachine, entry);
        var (target, fromTarget) = KernelOf(edit.Target, edit.TargetMachine, entry);
        var isProved = fromSource.IsProved && fromTarget.IsProved;
        var scope = isProved ? $"each equals the reference of '{edit.Task}' within its tolerance: {fromTarget.Scope}"
            : !fromSource.IsProved ? $"source: {fromSource.Scope}"
            : $"target: {fromTarget.Scope}";
        var text = ExampleText.Of(edit, machines, source.Level);
        var fault = edit.Source.Recipe.Fault;
        return new(
            CorpusLine.CurrentSchema, $"{edit.Task}-{request.Seed}-{index}", edit.Task, edit.Kind, edit.Stage, split, source, target, text.Prompt,
            fault == Fault.None ? null : FaultKind.Of(fault).Feedback, isProved, scope, request.Licence, new("hpcverify", request.Version, request.Seed, index, null, null));
    }

    private (CorpusKernel Kernel, Judgement Judgement) KernelOf(KernelVariant variant, string machine, string entry)
    {
        var code = variant.Code;
        var judgement = _judged[(variant.Recipe.Task, code)];
        var techniques = TechniquesIn(frontEnd.Parse(SourceText.From("kernel.c", code)), entry);
        return (new(
            code, entry, variant.Recipe.ToString(), variant.Style.Number, techniques, machine, ExampleText.MachineWords(machine, machines),
            judgement.Level ?? variant.ExpectedLevel, judgement.LevelIs ?? "expected", judgement.Verdict, judgement.Claims, judgement.Speed, PredictedSpeed.Of(variant.Recipe)), judgement);
    }
}
