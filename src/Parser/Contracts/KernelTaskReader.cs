using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Json;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Contracts;

/// <summary>Reads a task from its folder: <c>kernel.json</c> for the numbers, <c>kernel.c</c> for everything that is C.</summary>
public static class KernelTaskReader
{
    private const string WorkFunction = "work_of_task";
    private const string TrafficFunction = "traffic_of_task";
    private const string LeastWorkFunction = "least_work_of_task";
    private const string LeastTrafficFunction = "least_traffic_of_task";

    private static readonly Rule Unusable = new(
        "HV1202", Severity.Error, "Kernel specification not usable", "{0}",
        "A kernel's folder holds kernel.json (name, entry, score, test, flops or bytes) and kernel.c (the prototype of the entry "
        + "point, <name>_contract and <name>_reference). See corpus/README.md.");

    /// <summary>The names of the tasks below a corpus folder, sorted.</summary>
    public static IReadOnlyList<string> Names(string corpusDirectory) => Directory.Exists(corpusDirectory)
        ? [.. Directory.EnumerateDirectories(corpusDirectory).Where(folder => File.Exists(Path.Combine(folder, "kernel.json")))
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    public static Checked<KernelTask?> Read(string directory, Func<SourceText, Checked<SyntaxTree>> parse)
    {
        try
        {
            var (numbers, problem) = JsonFile.Read<Numbers>(Path.Combine(directory, "kernel.json"), Options);
            return numbers is null ? Fail(problem!) : Read(directory, numbers, parse);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(exception.Message);
        }
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    private static Checked<KernelTask?> Read(string directory, Numbers numbers, Func<SourceText, Checked<SyntaxTree>> parse)
    {
        var path = Path.Combine(directory, "kernel.c");
        var specification = SourceText.From(path, File.ReadAllText(path));
        var (tree, diagnostics) = parse(specification.WithCode($"{specification.Code}\n{AmountFunctions(numbers)}"));
        var (contract, misuses) = ContractReader.Read(tree, numbers.Name + "_contract");
        var errors = tree.Errors.Select(error => Unusable.At(error.Span, error.Text)).Concat(misuses).ToImmutableArray();
        var entry = tree.Functions.FirstOrDefault(function => function.Symbol.Name == numbers.Entry);
        if (!errors.IsEmpty || contract is null)
        {
            return new(null, errors);
        }

        if (entry is null || tree.Definition(numbers.Name + "_reference") is not { } reference)
        {
            return Fail($"kernel.c must declare '{numbers.Entry}' and define '{numbers.Name}_reference'");
        }

        if (MetricName.Parse(numbers.Metric) is not { } metric || AmountOf(metric, numbers) is null)
        {
            return Fail("'metric' in kernel.json is 'gflops', which needs 'flops', or 'gbps', which needs 'bytes'");
        }

        var sizeNames = contract.SizeParameters.Select(parameter => parameter.Name).ToHashSet();
        if ((numbers.Bounds ?? []).FirstOrDefault(bound => !sizeNames.Contains(bound.Key) || bound.Value is not [var low, var high] || low > high) is { Key: { } wrong })
        {
            return Fail($"'bounds' in kernel.json must give a size parameter [low, high], unlike '{wrong}'");
        }

        var task = new KernelTask(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))),
            numbers.Title,
            numbers.Entry,
            entry.Type,
            contract,
            reference.Symbol.Name,
            specification,
            WithoutContract(specification, tree, numbers.Name + "_contract"),
            ReadBaseline(directory, numbers.Baseline),
            Sizes.Of(numbers.Score),
            [.. numbers.Test.Select(Sizes.Of)],
            ReturnedBy(tree, WorkFunction))
        {
            SpecificationTree = tree,
            Traffic = ReturnedBy(tree, TrafficFunction),
            LeastWork = ReturnedBy(tree, LeastWorkFunction),
            LeastTraffic = ReturnedBy(tree, LeastTrafficFunction),
            Metric = metric,
            Bounds = (numbers.Bounds ?? []).ToImmutableSortedDictionary(bound => bound.Key, bound => new SizeBounds(bound.Value[0], bound.Value[1]), StringComparer.Ordinal),
            MagnitudeName = tree.Definition(numbers.Name + "_magnitude")?.Symbol.Name,
        };
        return CheckSizes(task, diagnostics);
    }

    /// <summary><c>double work_of_task(long M) { return 2.0*M; }</c>: the compiler reads what kernel.json counts.</summary>
    private static string AmountFunctions(Numbers numbers)
    {
        var sizes = string.Join(", ", numbers.Score.Keys.Select(name => "long " + name));
        var amounts = new[] { (Name: WorkFunction, Amount: numbers.Flops), (Name: TrafficFunction, Amount: numbers.Bytes), (Name: LeastWorkFunction, Amount: numbers.LeastFlops), (Name: LeastTrafficFunction, Amount: numbers.LeastBytes) };
        return string.Concat(amounts.Where(amount => amount.Amount is not null)
            .Select(amount => $"double {amount.Name}({sizes}) {{ return {amount.Amount}; }}\n"));
    }

    private static string? AmountOf(Metric metric, Numbers numbers) => metric == Metric.Gbps ? numbers.Bytes : numbers.Flops;

    private static Expression? ReturnedBy(SyntaxTree tree, string function) =>
        tree.Definition(function)?.Body is Statement.Compound { Statements: [Statement.Return { Value: { } value }] } ? value : null;

    private static SourceText WithoutContract(SourceText specification, SyntaxTree tree, string contract)
    {
        var code = specification.Code.ToCharArray();
        var vocabulary = tree.Inclusions.Where(inclusion => inclusion.Header == "hpcverify.h").Select(inclusion => TextSpan.FromBounds(inclusion.DirectiveStart(specification), inclusion.Span.End));
        var functions = tree.Functions.Where(function => function.Symbol.Name == contract).Select(function => function.Span);
        foreach (var span in vocabulary.Concat(functions))
        {
            code.AsSpan(span.Start, span.Length).Fill(' ');
        }

        return specification.WithCode(new(code));
    }

    private static SourceText? ReadBaseline(string directory, string? baseline) =>
        baseline is null ? null : SourceText.From(baseline, File.ReadAllText(Path.Combine(directory, baseline)));

    private static Checked<KernelTask?> CheckSizes(KernelTask task, ImmutableArray<Diagnostic> diagnostics)
    {
        double[] amounts = [task.Metric == Metric.Gbps ? task.TrafficAt(task.ScoredSizes) : task.WorkAt(task.ScoredSizes), task.LeastWorkAt(task.ScoredSizes), task.LeastTrafficAt(task.ScoredSizes)];
        if (amounts.Any(double.IsNaN))
        {
            return Fail("'flops', 'bytes', 'leastFlops' and 'leastBytes' in kernel.json are C expressions over the sizes");
        }

        var refused = task.TestSizes.Prepend(task.ScoredSizes).FirstOrDefault(sizes => !task.Allows(sizes));
        return refused is null
            ? new(task, diagnostics)
            : Fail($"the contract does not allow the sizes {refused.Describe(task.SizeNames)} that kernel.json asks for");
    }

    private static Checked<KernelTask?> Fail(string message) => new(null, [Unusable.At(default, message)]);

    /// <summary>The layout of <c>kernel.json</c>.</summary>
    private sealed record Numbers(
        string Name,
        string Entry,
        string Title,
        SortedDictionary<string, long> Score,
        ImmutableArray<SortedDictionary<string, long>> Test,
        string Metric,
        string? Flops = null,
        string? Bytes = null,
        string? LeastFlops = null,
        string? LeastBytes = null,
        SortedDictionary<string, long[]>? Bounds = null,
        string? Baseline = null);
}
