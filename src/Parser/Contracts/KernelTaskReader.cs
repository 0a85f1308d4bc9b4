using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Contracts;

/// <summary>Reads a task from its folder: <c>kernel.json</c> for the numbers, <c>kernel.c</c> for everything that is C.</summary>
public static class KernelTaskReader
{
    private const string WorkFunction = "work_of_task";

    private static readonly Rule Unusable = new(
        "HV1202", Severity.Error, "Kernel specification not usable", "{0}",
        "A kernel's folder holds kernel.json (name, entry, score, test, flops) and kernel.c (the prototype of the entry "
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
            var numbers = JsonSerializer.Deserialize<Numbers>(File.ReadAllText(Path.Combine(directory, "kernel.json")), Options);
            return numbers is null ? Fail("kernel.json is empty") : Read(directory, numbers, parse);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
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
    };

    private static Checked<KernelTask?> Read(string directory, Numbers numbers, Func<SourceText, Checked<SyntaxTree>> parse)
    {
        var path = Path.Combine(directory, "kernel.c");
        var specification = SourceText.From(path, File.ReadAllText(path));
        var sizeParameters = string.Join(", ", numbers.Score.Keys.Select(name => "long " + name));
        var withWork = specification.WithCode($"{specification.Code}\ndouble {WorkFunction}({sizeParameters}) {{ return {numbers.Flops}; }}\n");
        var (tree, diagnostics) = parse(withWork);
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

        if (tree.Definition(WorkFunction)?.Body is not Statement.Compound { Statements: [Statement.Return { Value: { } work }] })
        {
            return Fail("'flops' in kernel.json is not a C expression over the sizes");
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
            work);
        return CheckSizes(task, diagnostics);
    }

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
        string Flops,
        string? Baseline = null);
}
